import type { DesignSource } from "./design-source";
import { classesOf, price } from "./price-refs";
import type { ShapeInput } from "./shape-schema";

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
  egressFreeGb: 100,
  opsHoursMonth: 2,
};

/** Each capacity unit is a fraction of a dollar a month, so they are not rounded to whole ones. */
const dynamoProvisioned: ShapeInput = {
  shape: "provisioned_units",
  meters: [
    {
      meter: "provisioned_writes",
      writes: { size: { rule: "blocks", kb: 1 }, transactional: 2 },
      price: price("aws.dynamodb.prov.wcu"),
      freeUnitHours: 18_600,
    },
    {
      meter: "provisioned_reads",
      reads: { size: { rule: "blocks", kb: 4 }, strong: 1, eventual: 0.5, transactional: 2 },
      price: price("aws.dynamodb.prov.rcu"),
      freeUnitHours: 18_600,
    },
  ],
  storage: { price: price("aws.dynamodb.storage.std"), billing: "used", overheadBytesPerItem: 100, freeGb: 25 },
  egress: price("aws.egress"),
  egressFreeGb: 100,
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
    egressFreeGb: 100,
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
    egressFreeGb: 100,
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
  egressFreeGb: 100,
};

const neptune: ShapeInput = {
  shape: "per_node",
  classes: classesOf("aws.neptune", ["t3.medium", "r5.large"]),
  readers: 1,
  storage: { price: price("aws.neptune.storage"), billing: "used", minGb: 10 },
  io: price("aws.neptune.io"),
  egress: price("aws.egress"),
  egressFreeGb: 100,
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
  egressFreeGb: 100,
};

const managed = { clouds: ["aws"], hosting: "managed" } as const;
const serverless = { clouds: ["aws"], hosting: "serverless" } as const;

export const amazonStoreDesigns: readonly DesignSource[] = [
  { id: "dynamodb-on-demand", name: "DynamoDB on demand", systems: ["dynamodb"], ...serverless, shape: dynamoOnDemand },
  { id: "dynamodb-provisioned", name: "DynamoDB provisioned, autoscaled", systems: ["dynamodb"], ...managed, shape: dynamoProvisioned },
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
