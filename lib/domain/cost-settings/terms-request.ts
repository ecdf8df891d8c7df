import type { z } from "zod";
import type { Commitment, CostRequest, DesignRequest } from "../costs/request-schema";
import { commitmentSchema } from "../costs/request-schema";
import type { tcoRequestSchema } from "../costs/tco-schema";
import { readDesignPart } from "./design-terms";
import type { CostInputs } from "./schema";
import { readSetting, settingSchemaOf } from "./settings";

type Settings = CostInputs["settings"];
type SaidOfDesigns = NonNullable<z.input<typeof tcoRequestSchema>["designs"]>;

/**
 * Free tiers, commitments and hours of upkeep as the team set them for each design; what it set for all of them holds where
 * it said nothing about one.
 *
 * @example termsOfRequest(request, [{ key: "design.A.freeTier", value: true, at }]).freeTiers // ["A"]
 */
export function termsOfRequest(
  { designs, freeTiers, labour }: CostRequest,
  settings: Settings,
): Pick<CostRequest, "freeTiers" | "commitments"> & Partial<Pick<CostRequest, "labour">> {
  const forAll = readSetting(settings, "freeTiers", FREE_TIERS) ?? freeTiers === true;
  const counting = designs.filter(({ id }) => readDesignPart(settings, id, "freeTier") ?? forAll).map(({ id }) => id);
  const hours = designs.flatMap(({ id }) => {
    const own = readDesignPart(settings, id, "opsHoursMonth");
    return own ? [[id, own.likely] as const] : [];
  });
  return {
    freeTiers: counting.length > 0 && (counting.length === designs.length || counting),
    commitments: Object.fromEntries(designs.flatMap((design) => commitmentOf(design, settings))),
    ...(labour && hours.length > 0 ? { labour: { ...labour, opsHoursMonth: Object.fromEntries(hours) } } : {}),
  };
}

const FREE_TIERS = settingSchemaOf("freeTiers") as z.ZodType<boolean>;

function commitmentOf({ id, shape }: DesignRequest, settings: Settings): [string, Commitment][] {
  if (shape === "current_bill") return [];
  const said = readDesignPart(settings, id, "commitment") ?? readSetting(settings, "commitment", commitmentSchema);
  return said && said.discountShare > 0 ? [[id, said]] : [];
}

/**
 * What follows from the answers about the total cost of each design, with what the team typed about that design on the costs
 * screen above it.
 *
 * @example withSaidOfDesigns({}, request, [{ key: "design.A.lockIn", value: lockIn, at }]).A // { lockIn }
 */
export function withSaidOfDesigns(known: SaidOfDesigns, { designs }: CostRequest, settings: Settings): SaidOfDesigns {
  const said = designs.map(({ id }) => {
    const [opsHoursMonth, lockIn, outageHoursYear] = [
      readDesignPart(settings, id, "opsHoursMonth"),
      readDesignPart(settings, id, "lockIn"),
      readDesignPart(settings, id, "outageHoursYear"),
    ];
    const own = { ...(opsHoursMonth && { opsHoursMonth }), ...(lockIn && { lockIn }), ...(outageHoursYear && { outageHoursYear }) };
    return [id, { ...known[id], ...own }] as const;
  });
  return Object.fromEntries(said.filter(([, own]) => Object.keys(own).length > 0));
}
