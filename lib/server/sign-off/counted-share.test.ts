import { describe, expect, it } from "vitest";
import { impactInput } from "@/lib/domain/impact/impact-input";
import { survivalShare } from "@/lib/domain/impact/survival-share";
import { withoutBlind } from "@/lib/domain/worksheet/projection";
import { engineInputsOf, loadHandwork } from "../candidates/reads";
import { op } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { aDecision, client } from "../testing/decision";
import { loadState } from "../worksheet/reads";
import { withCountedShare } from "./counted-share";

freshDatabase();

const answer = (id: string, token: string, primary: string) =>
  client.call(
    "PUT",
    `/worksheets/${id}/answers/workload`,
    { opId: op(), round: 2, fields: { primary: { value: primary, baseVersion: 0 } } },
    { token },
  );

const inputOf = async (id: string) => impactInput(withoutBlind(await loadState(id)), byHand(engineInputsOf(await loadHandwork(id))));
const byHand = ({ custom, overrides }: ReturnType<typeof engineInputsOf>) => ({ custom, overrides });

describe("the share that is counted before the lock", () => {
  it("is counted anew when somebody changed an answer meanwhile, and is that of what is frozen", async () => {
    const team = await aDecision();
    await answer(team.id, team.facilitator, "relational");
    let runs = 0;
    const share = await withCountedShare(team.id, async (shareOf) => {
      runs += 1;
      if (runs === 1) await answer(team.id, team.cy, "graph");
      return shareOf(await inputOf(team.id));
    });
    expect(runs).toBe(2);
    expect(share).toBe(survivalShare(await inputOf(team.id)));
    expect(share).not.toBeNull();
  });

  it("is counted in place the third time, so that a busy team can freeze too", async () => {
    const team = await aDecision();
    await answer(team.id, team.facilitator, "relational");
    await answer(team.id, team.cy, "graph");
    let runs = 0;
    const now = await inputOf(team.id);
    const share = await withCountedShare(team.id, async (shareOf) => {
      runs += 1;
      return shareOf({ ...now, seed: `${now.seed} ${runs}` });
    });
    expect([runs, share]).toEqual([3, survivalShare({ ...now, seed: `${now.seed} 3` })]);
  });
});
