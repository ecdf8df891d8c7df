"use client";

import { useQuery } from "@tanstack/react-query";
import { spaceQueries } from "@/lib/client/space/queries";
import type { SpaceView } from "@/lib/domain/space/schema";

/** The space; the page has read it before the first paint. */
export function useSpace(initial: SpaceView): SpaceView {
  return useQuery({ ...spaceQueries.detail(initial.id), initialData: initial }).data;
}
