import { enginesIn } from "./families";

export type Skills = {
  /** By engine family. */
  experience: Record<string, "none" | "production">;
  /** Families that the text says run today. */
  running: string[];
  /** Families that the text calls the whole organisation's. */
  standard: string[];
};

const NOBODY = /\bnobody\b|\bno one\b|\bno experience\b|\bunfamiliar\b|\bnew to\b/iu;
const DISLIKED = /dislik|\bhates?\b|\bavoid/iu;
const RUNNING = /\bin use\b|\btoday\b|\balready\b|\bmanaged\b|\bcurrent(ly)?\b|\bruns?\b|\boperat/iu;
const EVERYBODY = /\b(company|organisation|organization|department|estate)\b/iu;

/**
 * What a sentence about a team's skills says of engines, clause by clause: nobody knows it gives "none", any other mention
 * "production", a clause of dislike nothing. A text without an engine's name says nothing.
 * @example readSkills("everyone knows Postgres; nobody knows DynamoDB well").experience // { postgresql: "production", dynamodb: "none" }
 */
export function readSkills(text: string): Skills {
  const skills: Skills = { experience: {}, running: [], standard: [] };
  for (const clause of text.split(/[;.]/u)) {
    if (DISLIKED.test(clause)) continue;
    for (const family of enginesIn(clause)) {
      skills.experience[family] = NOBODY.test(clause) ? "none" : "production";
      if (NOBODY.test(clause)) continue;
      if (RUNNING.test(clause)) skills.running.push(family);
      if (EVERYBODY.test(clause)) skills.standard.push(family);
    }
  }
  return skills;
}
