import data from "./data/connections.json";

/** How a program reaches a system: a template with braces for what is yours, and the parameters worth knowing. */
export type Connection = { template: string; params: { name: string; meaning: string; default: string }[]; note: string };

const SYSTEMS: Readonly<Record<string, readonly number[]>> = data.systems;

/**
 * The connection templates of one system, the usual one first; none for an unknown id. Never holds a credential.
 * @example connectionsOf("tidb")[0]?.template // "mysql://{user}:{password}@{host}:4000/{database}?tls=true"
 */
export function connectionsOf(systemId: string): Connection[] {
  return (SYSTEMS[systemId] ?? []).flatMap((index) => data.templates[index] ?? []);
}
