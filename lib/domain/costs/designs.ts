import { DESIGN_SOURCES } from "./design-list";
import type { DesignCloud, DesignSource } from "./design-source";
import { type Shape, shapeSchema } from "./shape-schema";

export type Design = Omit<DesignSource, "shape"> & { shape: Shape };

const PARSED = new Map<string, Design>();

/**
 * The listed design with this id, or null.
 *
 * @example findDesign("dynamodb-on-demand")?.shape.shape // "request_priced"
 */
export function findDesign(id: string): Design | null {
  const known = PARSED.get(id);
  if (known) return known;
  const source = DESIGN_SOURCES.find((candidate) => candidate.id === id);
  if (!source) return null;
  const design: Design = { ...source, shape: shapeSchema.parse(source.shape) };
  PARSED.set(id, design);
  return design;
}

/**
 * The designs that run a system of the catalogue, usual first; empty when the price book prices none. Without clouds, or
 * with an empty list, every cloud is allowed.
 *
 * @example designsForSystem("postgresql", ["gcp"])[0]?.id // "cloud-sql-regional"
 */
export function designsForSystem(systemId: string, clouds: readonly string[] = []): Design[] {
  const isAllowed = (cloud: DesignCloud) => clouds.length === 0 || clouds.includes(cloud);
  return DESIGN_SOURCES.filter((design) => design.systems.includes(systemId) && design.clouds.some(isAllowed)).flatMap(
    (source) => findDesign(source.id) ?? [],
  );
}

/**
 * True when the price book prices at least one way to run a system of the catalogue, whatever the cloud.
 *
 * @example isPricedAnywhere("sqlite") // false
 */
export function isPricedAnywhere(systemId: string): boolean {
  return DESIGN_SOURCES.some((design) => design.systems.includes(systemId));
}
