import type { WorkloadShape } from "../answers/schema";
import { CATALOGUE } from "../catalogue/catalogue";
import { CATALOGUE_FACTS, type Facts } from "./facts";

const byId = new Map(CATALOGUE.systems.map((system) => [system.id, system]));

/** Facts of every catalogue entry with their prose: why a shape fits, and which sources stand behind it. For words, not for deciding. */
export const TOLD_FACTS: readonly Facts[] = CATALOGUE_FACTS.map((facts) => {
  const system = byId.get(facts.id);
  if (!system) return facts;
  const shapes = Object.keys(system.workload_fit) as WorkloadShape[];
  return {
    ...facts,
    fitReasons: Object.fromEntries(shapes.map((shape) => [shape, system.workload_fit[shape].reason])),
    sources: system.sources,
  };
});
