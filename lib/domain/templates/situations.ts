import type { Template } from "./schema";

/** Four situations. A situation states little: what follows from its name is filled, and what it turns on is asked. */
export const SITUATION_TEMPLATES: readonly Template[] = [
  {
    id: "greenfield",
    frame: [{ path: "frame.incumbent", value: "none", basis: "educated_guess", said: "nothing_runs" }],
    suggestions: [
      { path: "workload.truth", value: "source", basis: "educated_guess", said: "first_home" },
      { path: "cost.budget_binding", value: "no", basis: "educated_guess", said: "no_bill" },
    ],
    asks: ["frame.distribution", "frame.first_release_weeks", "frame.drivers", "ops.clouds", "frame.local_parity"],
  },
  {
    id: "migration",
    frame: [],
    suggestions: [
      { path: "cost.components", value: ["infrastructure", "operations", "migration"], basis: "educated_guess", said: "moving_costs" },
    ],
    asks: [
      "frame.incumbent",
      "frame.current_bill_month",
      "frame.end_of_support",
      "ops.current_stores",
      "frame.drivers",
      "migration.data_gb",
      "migration.downtime_ok_min",
      "migration.app_changeable",
    ],
  },
  {
    id: "cost_down",
    frame: [],
    suggestions: [
      { path: "cost.budget_binding", value: "yes", basis: "educated_guess", said: "bill_decides" },
      { path: "cost.components", value: ["infrastructure", "operations", "migration"], basis: "educated_guess", said: "whole_cost" },
    ],
    asks: ["frame.incumbent", "frame.current_bill_month", "ops.clouds", "cost.licence_policy", "frame.availability_target_pct"],
  },
  {
    id: "compliance",
    frame: [{ path: "ops.residency", value: "certified_managed", basis: "educated_guess", said: "kept_in_place" }],
    suggestions: [{ path: "workload.truth", value: "source", basis: "educated_guess", said: "record_of_account" }],
    asks: ["ops.residency", "cost.licence_policy", "frame.governance", "frame.rpo_s", "frame.rto_s", "frame.distribution", "ops.clouds"],
  },
];
