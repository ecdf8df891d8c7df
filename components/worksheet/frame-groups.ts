import { FIELDS, type FieldDef, findField } from "@/lib/domain/answers/fields";

export type FrameGroup = { id: "product" | "limits" | "today" | "targets"; fields: FieldDef[] };

/** How the frame sheet is cut into parts; a frame field named in none of them lands in the last, so none is lost. */
export const FRAME_GROUPS: readonly FrameGroup[] = groups();

function groups(): FrameGroup[] {
  const named = {
    product: [
      "frame.distribution",
      "frame.instances",
      "frame.drivers",
      "frame.must_have_features",
      "frame.must_support_engines",
      "frame.local_parity",
      "frame.first_release_weeks",
    ],
    limits: [
      "ops.clouds",
      "ops.residency",
      "cost.licence_policy",
      "frame.governance",
      "frame.estate_standard",
      "frame.platform_limits",
      "ops.extensions",
    ],
    today: ["frame.incumbent", "frame.current_bill_month", "frame.end_of_support", "ops.current_stores"],
  } as const;
  const taken = new Set<string>(Object.values(named).flat());
  const rest = FIELDS.filter((field) => field.place === "frame" && !taken.has(field.path));
  const find = (paths: readonly string[]) => paths.flatMap((path) => findField(path) ?? []);
  return [
    { id: "product", fields: find(named.product) },
    { id: "limits", fields: find(named.limits) },
    { id: "today", fields: find(named.today) },
    { id: "targets", fields: rest },
  ];
}
