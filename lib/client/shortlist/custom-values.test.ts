import { expect, it } from "vitest";
import { customSystemSchema } from "@/lib/domain/engine/schema";
import { CUSTOM_GROUPS, customResolver, EMPTY_CUSTOM, systemOf } from "./custom-values";

const resolve = async (values: Parameters<typeof systemOf>[0]) =>
  Object.keys((await customResolver(values, undefined, { fields: {}, shouldUseNativeValidation: false })).errors);

it("a name is enough, and whatever is blank is left out, so that it stays unknown", async () => {
  expect(systemOf({ ...EMPTY_CUSTOM, name: " House Store ", transactions: "", fit_relational: "" })).toEqual({ name: "House Store" });
  expect(await resolve({ name: "House Store" })).toEqual([]);
});

it("texts become the values of the schema", () => {
  const values = { name: "X", fit_graph: "native", managed: "yes", on_prem: "no", writes_typical: "1 500", max_gb: "2,5", lock_in: "12" };
  expect(systemOf(values)).toEqual({
    name: "X",
    workload_fit: { graph: "native" },
    managed: true,
    on_prem: false,
    writes_typical: 1500,
    max_gb: 2.5,
    lock_in: 12,
  });
});

it("ticked boxes and lists become lists, and none of them unknown", () => {
  const values = { name: "X", modes: ["cluster"], clouds: [], features: "triggers, row-level security\n", drivers: " , " };
  expect(systemOf(values)).toEqual({ name: "X", modes: ["cluster"], features: ["triggers", "row-level security"] });
});

it("takes boxes that nobody touched as unknown, whatever the form holds for them", async () => {
  const untouched = { ...EMPTY_CUSTOM, name: "X", modes: false } as unknown as typeof EMPTY_CUSTOM;
  expect(systemOf(untouched)).toEqual({ name: "X" });
  expect(EMPTY_CUSTOM).toMatchObject({ modes: [], clouds: [], roles: [], pricing_shapes: [] });
  expect(await resolve({ ...untouched, lock_in: "lots" })).toEqual(["lock_in"]);
});

it("asks for every fact that the schema of an own candidate has", () => {
  const asked = CUSTOM_GROUPS.flatMap(({ fields }) => fields.map(({ key, words }) => (words === "workload" ? "workload_fit" : key)));
  expect(new Set([...asked, "id", "name"])).toEqual(new Set(Object.keys(customSystemSchema.shape)));
});

it("names the field of what does not fit", async () => {
  expect(await resolve({ name: "  " })).toEqual(["name"]);
  expect(await resolve({ name: "X", lock_in: "13", writes_typical: "many" })).toEqual(["writes_typical", "lock_in"]);
});

it("every fact of the form is one of the schema, and each offered option is accepted", () => {
  for (const { key, type, options, words } of CUSTOM_GROUPS.flatMap(({ fields }) => fields)) {
    const own = words === "workload" ? "workload_fit" : key;
    expect(Object.keys(customSystemSchema.shape), key).toContain(own);
    for (const option of options) {
      const { id: _id, ...system } = { id: "x", ...systemOf({ name: "X", [key]: type === "many" ? [option] : option }) };
      expect(customSystemSchema.omit({ id: true }).safeParse(system).success, `${key} ${option}`).toBe(true);
    }
  }
});
