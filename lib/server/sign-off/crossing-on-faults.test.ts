import { describe, expect, it } from "vitest";
import { crossActs, expectDecided } from "../testing/crossing-acts";
import { freshDatabase } from "../testing/database";
import { aDecision, put } from "../testing/decision";

const database = freshDatabase();

// 1,000 rounds in two files, so that two processes run them side by side: freezing is what takes the time.
describe("FT-22: acts on one revision that cross each other, the second half of 1,000 times", () => {
  it("never bind an approval to a text it did not hash, nor accept without the yeses", async () => {
    let rounds = 0;
    for (let worksheet = 20; worksheet < 40; worksheet++) {
      const team = await aDecision();
      await put(team, "sign-off/rule", { required: null, inOrder: false, deadline: null });
      await crossActs(team, { rounds: 25, seed: `crossing ${worksheet}`, check: () => expectDecided(database.admin(), team) });
      rounds += 25;
    }
    expect(rounds).toBe(500);
  });
});
