import { describe, expect, it } from "vitest";
import { checkSupersession, type Supersession, supersessionProblems } from "./supersession";

const decided = new Map(["a", "b", "c", "d"].map((id) => [id, { isDecided: id !== "d" }]));
const link = (by: string, replaces: string, isPartial = false): Supersession => ({ by, replaces, isPartial });

describe("replacing a record", () => {
  it.each([
    [link("b", "a"), [], null],
    [link("a", "a"), [], "itself"],
    [link("b", "gone"), [], "dangling"],
    [link("gone", "a"), [], "dangling"],
    [link("b", "d"), [], "not_decided"],
    [link("b", "a"), [link("b", "a", true)], "duplicate"],
    [link("c", "a"), [link("b", "a")], "replaced_already"],
    [link("c", "a", true), [link("b", "a", true)], null],
    [link("a", "b"), [link("b", "a", true)], "cycle"],
    [link("a", "c"), [link("b", "a"), link("c", "b")], "cycle"],
    [link("c", "a", true), [link("b", "a")], null],
  ])("%j beside %j gives %s", (wanted, links, reason) => {
    expect(checkSupersession(wanted, { links, records: decided })).toEqual(reason === null ? { ok: true } : { ok: false, reason });
  });

  it("is checked over a whole log", () => {
    const links = [link("b", "a"), link("a", "b"), link("c", "gone"), link("d", "c")];
    expect(supersessionProblems({ links, records: decided }).map(({ link: { by }, problem }) => [by, problem])).toEqual([
      ["b", "cycle"],
      ["a", "cycle"],
      ["c", "dangling"],
    ]);
  });

  it("ends on a circle that is there already", () => {
    const links = [link("b", "c"), link("c", "b")];
    expect(checkSupersession(link("a", "b", true), { links, records: decided })).toEqual({ ok: true });
  });
});
