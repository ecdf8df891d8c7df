import type { DesignSource } from "./design-source";
import type { PriceRef, ShapeInput } from "./shapes";

const POSTGRES = ["amazon-rds", "postgresql", "pgvector", "postgis", "postgres-fts", "postgres-jsonb"] as const;
const MYSQL = ["amazon-rds", "mysql", "mariadb"] as const;

export const RDS_SIZES = [
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
const CACHE_SIZES = [
  "t4g.micro",
  "t4g.small",
  "t4g.medium",
  "m7g.large",
  "r7g.large",
  "m7g.xlarge",
  "r7g.xlarge",
  "r7g.2xlarge",
  "r7g.4xlarge",
];

export const price = (priceId: string): PriceRef => ({ priceId });
export const classesOf = (prefix: string, sizes: readonly string[], suffix = "") =>
  sizes.map((size) => ({ price: price(`${prefix}.${size}${suffix}`) }));

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
  };
}

const dynamoOnDemand: ShapeInput = {
  shape: "request_priced",
  meters: [
    { of: "writes", price: price("aws.dynamodb.od.wru"), priceUnits: 1_000_000, size: { rule: "blocks", kb: 1 }, transactional: 2 },
    {
      of: "reads",
      price: price("aws.dynamodb.od.rru"),
      priceUnits: 1_000_000,
      size: { rule: "blocks", kb: 4 },
      strong: 1,
      eventual: 0.5,
      transactional: 2,
    },
    { of: "stored_gb", price: price("aws.dynamodb.storage.std"), overheadBytesPerItem: 100, freeUnits: 25 },
  ],
  egress: price("aws.egress"),
  opsHoursMonth: 2,
};

/** In-memory nodes: all data in RAM, a quarter reserved; the per-vCPU rates are our planning assumption. */
function cacheNodes(engine: "redis" | "valkey"): ShapeInput {
  return {
    shape: "per_node",
    classes: classesOf(`aws.elasticache.${engine}`, CACHE_SIZES),
    readers: 1,
    memory: "all_data",
    writesPerVcpuSecond: 25_000,
    readsPerVcpuSecond: 25_000,
    egress: price("aws.egress"),
  };
}

function cacheServerless(engine: "redis" | "valkey"): ShapeInput {
  const ecpu = price(`aws.elasticache.serverless.${engine}.ecpu`);
  const minGb = engine === "valkey" ? 0.1 : 1;
  return {
    shape: "request_priced",
    meters: [
      { of: "writes", price: ecpu, priceUnits: 1_000_000, size: { rule: "at_least_1kb" } },
      { of: "reads", price: ecpu, priceUnits: 1_000_000, size: { rule: "at_least_1kb" } },
      { of: "stored_gb", price: price(`aws.elasticache.serverless.${engine}.gbh`), hours: 730, minGb },
    ],
    egress: price("aws.egress"),
    opsHoursMonth: 2,
  };
}

const documentDb: ShapeInput = {
  shape: "per_node",
  classes: classesOf("aws.docdb", ["t3.medium", "r5.large", "r5.xlarge", "r5.2xlarge", "r5.4xlarge"]),
  readers: 1,
  storage: { price: price("aws.docdb.storage"), billing: "used", minGb: 10 },
  io: price("aws.docdb.io"),
  egress: price("aws.egress"),
};

const neptune: ShapeInput = {
  shape: "per_node",
  classes: classesOf("aws.neptune", ["t3.medium", "r5.large"]),
  readers: 1,
  storage: { price: price("aws.neptune.storage"), billing: "used", minGb: 10 },
  io: price("aws.neptune.io"),
  egress: price("aws.egress"),
};

/** A search node's rates are our planning assumption; its disk is a data node's gp3. */
const openSearch: ShapeInput = {
  shape: "scale_out",
  price: price("aws.opensearch.r6g.large"),
  node: { writesPerSecond: 2_000, readsPerSecond: 400, storageGb: 500 },
  replicationFactor: 2,
  minNodes: 3,
  sharesCapacity: true,
  storageFactor: 1.45,
  storage: { price: price("aws.opensearch.gp3"), billing: "provisioned", minGb: 30, copies: 2 },
  egress: price("aws.egress"),
};

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
  { id: "dynamodb-on-demand", name: "DynamoDB on demand", systems: ["dynamodb"], ...serverless, shape: dynamoOnDemand },
  { id: "elasticache-valkey", name: "ElastiCache for Valkey", systems: ["valkey", "redis"], ...managed, shape: cacheNodes("valkey") },
  { id: "elasticache-redis", name: "ElastiCache for Redis OSS", systems: ["redis"], ...managed, shape: cacheNodes("redis") },
  {
    id: "elasticache-serverless-valkey",
    name: "ElastiCache Serverless, Valkey",
    systems: ["valkey", "redis"],
    ...serverless,
    shape: cacheServerless("valkey"),
  },
  {
    id: "elasticache-serverless-redis",
    name: "ElastiCache Serverless, Redis OSS",
    systems: ["redis"],
    ...serverless,
    shape: cacheServerless("redis"),
  },
  { id: "documentdb", name: "Amazon DocumentDB", systems: ["mongodb"], ...managed, shape: documentDb },
  { id: "neptune", name: "Amazon Neptune", systems: ["neptune"], ...managed, shape: neptune },
  { id: "opensearch-service", name: "Amazon OpenSearch Service", systems: ["opensearch", "elasticsearch"], ...managed, shape: openSearch },
];
