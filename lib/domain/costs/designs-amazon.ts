import type { DesignSource } from "./design-source";
import { classesOf, price } from "./price-refs";
import type { ShapeInput } from "./shape-schema";

const POSTGRES = ["amazon-rds", "postgresql", "pgvector", "postgis", "postgres-fts", "postgres-jsonb"] as const;
const MYSQL = ["amazon-rds", "mysql", "mariadb"] as const;

const RDS_SIZES = [
  "t4g.micro",
  "t4g.small",
  "t4g.medium",
  "t4g.large",
  "m6g.large",
  "r6g.large",
  "m6g.xlarge",
  "r6g.xlarge",
  "m6g.2xlarge",
  "r6g.2xlarge",
  "m6g.4xlarge",
  "r6g.4xlarge",
  "r6g.8xlarge",
  "r6g.12xlarge",
  "r6g.16xlarge",
] as const;
const AURORA_SIZES = [
  "t4g.medium",
  "t4g.large",
  "r6g.large",
  "r6g.xlarge",
  "r6g.2xlarge",
  "r6g.4xlarge",
  "r6g.8xlarge",
  "r6g.12xlarge",
  "r6g.16xlarge",
];

/** RDS gp3: below 400 GB a disk does 3,000 operations a second, from 400 GB it does 12,000. */
function rds(engine: "postgres" | "mysql", zones: "single" | "multi"): ShapeInput {
  return {
    shape: "per_node",
    classes: classesOf(`aws.rds.${engine}`, RDS_SIZES, `.${zones}`),
    storage: {
      price: price(`aws.rds.${engine}.gp3.${zones}`),
      billing: "provisioned",
      minGb: 20,
      iops: { aboveIops: 3_000, minGb: 400, includedIops: 12_000, price: price(`aws.rds.gp3.iops.${zones}`) },
    },
    egress: price("aws.egress"),
    egressFreeGb: 100,
  };
}

function aurora(plan: "std" | "ioopt"): ShapeInput {
  return {
    shape: "per_node",
    classes: classesOf(`aws.aurora.${plan}`, AURORA_SIZES),
    readers: 1,
    storage: { price: price(`aws.aurora.storage.${plan}`), billing: "used" },
    ...(plan === "std" ? { io: price("aws.aurora.io.std") } : {}),
    egress: price("aws.egress"),
    egressFreeGb: 100,
  };
}

function auroraServerless(plan: "std" | "ioopt"): ShapeInput {
  return {
    shape: "capacity_priced",
    price: price(`aws.aurora.sv2.acu.${plan}`),
    vcpuPerUnit: 0.25,
    ramGibPerUnit: 2,
    step: 0.5,
    min: 0.5,
    max: 256,
    instances: 2,
    storage: { price: price(`aws.aurora.storage.${plan}`), billing: "used" },
    ...(plan === "std" ? { io: price("aws.aurora.io.std") } : {}),
    egress: price("aws.egress"),
    egressFreeGb: 100,
  };
}

const managed = { clouds: ["aws"], hosting: "managed" } as const;
const serverless = { clouds: ["aws"], hosting: "serverless" } as const;
const AURORA_POSTGRES = ["aurora-postgresql", "postgresql", "pgvector", "postgis", "postgres-fts", "postgres-jsonb"];
const AURORA_MYSQL = ["aurora-mysql", "mysql"];

export const amazonDesigns: readonly DesignSource[] = [
  { id: "rds-postgres-multi-az", name: "Amazon RDS PostgreSQL, Multi-AZ", systems: POSTGRES, ...managed, shape: rds("postgres", "multi") },
  { id: "aurora-postgres", name: "Aurora PostgreSQL", systems: AURORA_POSTGRES, ...managed, shape: aurora("std") },
  {
    id: "aurora-serverless-v2",
    name: "Aurora Serverless v2",
    systems: ["aurora-serverless-v2", ...AURORA_POSTGRES, ...AURORA_MYSQL],
    ...serverless,
    shape: auroraServerless("std"),
  },
  { id: "rds-postgres", name: "Amazon RDS PostgreSQL, one zone", systems: POSTGRES, ...managed, shape: rds("postgres", "single") },
  { id: "aurora-postgres-io", name: "Aurora PostgreSQL, I/O-Optimized", systems: AURORA_POSTGRES, ...managed, shape: aurora("ioopt") },
  {
    id: "aurora-serverless-v2-io",
    name: "Aurora Serverless v2, I/O-Optimized",
    systems: ["aurora-serverless-v2", ...AURORA_POSTGRES, ...AURORA_MYSQL],
    ...serverless,
    shape: auroraServerless("ioopt"),
  },
  { id: "rds-mysql-multi-az", name: "Amazon RDS MySQL, Multi-AZ", systems: MYSQL, ...managed, shape: rds("mysql", "multi") },
  { id: "aurora-mysql", name: "Aurora MySQL", systems: AURORA_MYSQL, ...managed, shape: aurora("std") },
  { id: "rds-mysql", name: "Amazon RDS MySQL, one zone", systems: MYSQL, ...managed, shape: rds("mysql", "single") },
];
