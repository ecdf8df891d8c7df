"use client";

import { BrokenPage } from "@/components/ui/broken-page";
import { routes } from "@/lib/routes";

export default function WorksheetError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <BrokenPage error={error} reset={reset} homeHref={routes.home()} />;
}
