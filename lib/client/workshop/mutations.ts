"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { apiRequest, newOpId, noContent } from "../api";

export type Act = {
  method?: "PUT" | "POST" | "DELETE";
  /** Below the worksheet, for example `timer`. */
  path: string;
  body?: Record<string, unknown>;
};

const replySchema = z.looseObject({});

/** Any act of facilitating or converging. The operation id is made once per act, so that a retry is no second act. */
export function useWorkshopAct(worksheetId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ method = "PUT", path, body = {} }: Act) => {
      const address = `/worksheets/${worksheetId}/${path}`;
      if (method === "DELETE") return apiRequest<unknown>({ method, path: address, schema: noContent });
      return apiRequest<unknown>({ method, path: address, body: { opId: newOpId(), ...body }, schema: replySchema });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["worksheet", worksheetId] }),
  });
}
