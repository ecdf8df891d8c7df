import type { z } from "zod";
import type { Answers } from "../answers/schema";
import { familyOf } from "../catalogue/catalogue";
import { findDesign } from "./designs";
import type { Range, tcoRequestSchema } from "./tco-schema";
import { MAX_AMOUNT } from "./workload-schema";

type TcoInput = z.input<typeof tcoRequestSchema>;
type Hosted = { id: string; candidate: string; design: string | null };

/** Stores whose data model a team that knows SQL has to learn anew (`cost-models.md` section 5: 13, 26 or 39 weeks). */
const UNFAMILIAR = new Set(["cassandra", "scylladb", "dynamodb", "cosmos-db", "firestore", "spanner", "neo4j", "neptune", "pinecone"]);
const NEW_MODEL_WEEKS: Range = { low: 13, likely: 26, high: 39 };

/**
 * What the answers say about total cost: the engineer hour, upkeep, an hour of outage, leaving, people who would have to learn, and what
 * the team runs in production already. What nobody answered is left out, so that the defaults or "unknown" stand.
 *
 * @example tcoFromAnswers({ cost: { engineer_hour_usd: 120 } }, []).engineerHourUsd // { low: 90, likely: 120, high: 180 }
 */
export function tcoFromAnswers(answers: Answers, candidates: readonly Hosted[]): TcoInput {
  const { cost = {}, ops = {} } = answers;
  const { engineer_hour_usd: rate, outage_hour_usd: outage, exit_months: exit, ops_hours_month: hours } = cost;
  return {
    ...(rate === undefined ? {} : { engineerHourUsd: around(rate, 0.75, 1.5) }),
    ...(ops.team_size === undefined ? {} : { people: Math.round(ops.team_size) }),
    ...(outage === undefined ? {} : { outageHourUsd: around(outage, 0.5, 2) }),
    designs: Object.fromEntries(
      candidates.flatMap(({ id, candidate, design }) => {
        const listed = design === null ? null : findDesign(design);
        if (!listed) return [];
        const isOwn = listed.hosting === "self_hosted";
        const said = {
          isKnown: experienceWith(answers, candidate) === "production",
          ...(UNFAMILIAR.has(familyOf(candidate) ?? candidate) && experienceWith(answers, candidate) !== "local"
            ? { weeksToProficiency: NEW_MODEL_WEEKS }
            : {}),
          // The question asks what the team can spend a month on a database it runs itself.
          ...(isOwn && hours !== undefined ? { opsHoursMonth: around(hours, 0.5, 2) } : {}),
          ...(exit === undefined ? {} : { exitMonths: around(exit, 0.5, 2) }),
        };
        return [[id, said]];
      }),
    ),
  };
}

function around(likely: number, low: number, high: number): Range {
  return { low: likely * low, likely, high: Math.min(likely * high, MAX_AMOUNT) };
}

function experienceWith({ ops }: Answers, candidate: string): "none" | "local" | "production" {
  const family = familyOf(candidate) ?? candidate;
  const found = Object.entries(ops?.experience ?? {}).find(([key]) => (familyOf(key) ?? key) === family);
  return found?.[1] ?? "none";
}
