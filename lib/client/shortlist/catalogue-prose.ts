import { queryOptions } from "@tanstack/react-query";

/** The catalogue's prose and sources, which are large and which no rule reads: fetched when something of it is to be shown. */
export const catalogueProse = queryOptions({
  queryKey: ["catalogue-prose"],
  queryFn: async () => {
    const { CATALOGUE } = await import("@/lib/domain/catalogue/catalogue");
    return { sources: CATALOGUE.sources, systems: new Map(CATALOGUE.systems.map((system) => [system.id, system])) };
  },
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
});
