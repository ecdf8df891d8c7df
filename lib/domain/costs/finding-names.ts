/**
 * Names as a sentence or a label holds them: without the vendor in front and the variant behind, unless two of them would
 * then read the same. The full name stands in the tables.
 *
 * @example briefNames({ A: "Amazon RDS PostgreSQL, Multi-AZ", A2: "Aurora Serverless v2" })
 * // { A: "RDS PostgreSQL", A2: "Aurora Serverless v2" }
 */
export function briefNames(names: Readonly<Record<string, string>>): Record<string, string> {
  const briefs = Object.values(names).map(briefOf);
  const isTaken = (brief: string) => briefs.filter((other) => other === brief).length > 1;
  return Object.fromEntries(Object.entries(names).map(([id, name]) => [id, isTaken(briefOf(name)) ? name : briefOf(name)]));
}

function briefOf(name: string): string {
  return name.replace(/^Amazon /, "").split(",")[0] ?? name;
}
