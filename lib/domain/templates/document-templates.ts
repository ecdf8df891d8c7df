import type { Template } from "./schema";

/** Three published decisions and guides, read for what they state. Nothing is filled that they leave open. */
export const DOCUMENT_TEMPLATES: readonly Template[] = [
  {
    // After two documents on persistence of open-source identity products (Janssen; Ory).
    id: "identity_service",
    frame: [{ path: "frame.must_support_engines", value: ["postgresql", "mysql"], basis: "educated_guess", said: "both_engines" }],
    suggestions: [
      { path: "workload.primary", value: "relational", basis: "educated_guess", said: "relational_stores" },
      { path: "workload.truth", value: "source", basis: "educated_guess", said: "long_lived" },
      { path: "workload.app_hosts", value: "many", basis: "educated_guess", said: "kubernetes" },
      { path: "workload.embedded_only", value: "no", basis: "educated_guess", said: "kubernetes" },
    ],
    asks: ["ops.clouds", "frame.availability_target_pct", "frame.drivers", "frame.local_parity", "frame.rpo_s"],
  },
  {
    // After a decision record that hosts Wagtail, a content management system on Django.
    id: "cms",
    frame: [
      { path: "ops.clouds", value: ["aws"], basis: "educated_guess", said: "aws" },
      { path: "frame.drivers", value: ["Django"], basis: "educated_guess", said: "django" },
    ],
    suggestions: [
      { path: "workload.primary", value: "relational", basis: "educated_guess", said: "relational" },
      { path: "workload.truth", value: "source", basis: "educated_guess", said: "persists" },
      { path: "workload.embedded_only", value: "no", basis: "educated_guess", said: "no_file" },
      { path: "ops.hosting", value: "prefer_managed", basis: "educated_guess", said: "managed" },
    ],
    asks: ["frame.distribution", "frame.incumbent", "frame.local_parity", "frame.instances", "frame.rpo_s"],
  },
  {
    // After an organisation's decision record on database patterns for all of its applications.
    id: "platform_standard",
    frame: [
      { path: "ops.clouds", value: ["aws"], basis: "educated_guess", said: "aws" },
      { path: "ops.residency", value: "certified_managed", basis: "educated_guess", said: "jurisdiction" },
      { path: "frame.estate_standard", value: ["aurora-serverless-v2", "amazon-s3"], basis: "educated_guess", said: "standard" },
      { path: "frame.instances", value: "one_per_application", basis: "educated_guess", said: "applications" },
      { path: "frame.local_parity", value: "no", basis: "educated_guess", said: "elsewhere" },
    ],
    suggestions: [
      { path: "workload.primary", value: "relational", basis: "educated_guess", said: "engine" },
      { path: "workload.secondary", value: ["olap", "object"], basis: "educated_guess", said: "lake" },
      { path: "scale.regions", value: "single", basis: "wild_guess", said: "zones" },
      { path: "ops.hosting", value: "prefer_managed", basis: "educated_guess", said: "managed" },
    ],
    asks: ["frame.incumbent", "ops.current_stores", "frame.rpo_s", "frame.rto_s", "frame.governance", "cost.licence_policy"],
  },
];
