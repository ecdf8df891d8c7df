import type { DesignSource } from "./design-source";
import { classesOf, price } from "./price-refs";
import type { ShapeInput } from "./shape-schema";

const ATLAS = ["m10", "m20", "m30", "m40", "m50", "m60", "m80", "m140", "m200", "m300", "m400", "m700"];
const SUPABASE = ["micro", "small", "medium", "large", "xl", "2xl", "4xl", "8xl", "12xl", "16xl"];
const EC2_MEMORY = ["t4g.medium", "t4g.large", "r6g.large", "r6g.xlarge", "r6g.2xlarge", "r6g.4xlarge", "r6g.8xlarge", "r6g.16xlarge"];

/** One price covers three nodes and the class's own disk; more disk is not in the price book. */
const atlas: ShapeInput = {
  shape: "per_node",
  classes: classesOf("mongodb.atlas", ATLAS),
  extraStorage: { priceId: "mongodb.atlas.extra_storage" },
};

function neon(plan: "launch" | "scale"): ShapeInput {
  return {
    shape: "capacity_priced",
    price: price(`neon.${plan}.cu`),
    vcpuPerUnit: 1,
    ramGibPerUnit: 4,
    step: 0.25,
    min: 0.25,
    max: 16,
    storage: { price: price("neon.storage"), billing: "used" },
    egress: price("neon.egress"),
    opsHoursMonth: 2,
  };
}

const supabase: ShapeInput = {
  shape: "per_node",
  hoursPerMonth: 744,
  classes: classesOf("supabase.compute", SUPABASE),
  fixed: [{ meter: "plan", price: price("supabase.pro") }],
  computeCreditUsd: "10",
  storage: { price: price("supabase.disk.gp3"), billing: "provisioned", minGb: 8, includedGb: 8 },
  egress: price("supabase.egress"),
};

/** Request units per statement are our planning assumption: the vendor bills CPU time, disk and network together. */
const cockroachBasic: ShapeInput = {
  shape: "request_priced",
  meters: [
    { of: "writes", price: price("crdb.basic.ru"), priceUnits: 1_000_000, size: { rule: "once", units: 12 } },
    { of: "reads", price: price("crdb.basic.ru"), priceUnits: 1_000_000, size: { rule: "once", units: 3 } },
    { of: "stored_gb", price: price("crdb.basic.storage"), freeUnits: 10 },
  ],
  opsHoursMonth: 2,
};

const cockroachAdvanced: ShapeInput = {
  shape: "scale_out",
  price: price("crdb.advanced.8vcpu.gcp"),
  node: { writesPerSecond: 8_000, readsPerSecond: 16_000, storageGb: 1_000 },
  replicationFactor: 3,
  minNodes: 3,
  storageFactor: 1.5,
  // The price book's rate is per GiB and hour, for every node.
  storage: { price: price("crdb.advanced.storage.gcp"), billing: "provisioned", copies: 3, gbPerPrice: 1 / 730 },
};

const yugabyte: ShapeInput = {
  shape: "scale_out",
  hoursPerMonth: 720,
  unit: "vcpu_hours",
  price: price("yb.vcpu"),
  node: { writesPerSecond: 1_000, readsPerSecond: 2_000, storageGb: 50 },
  replicationFactor: 3,
  minNodes: 6,
  stepNodes: 6,
};

/** ClickHouse bills units of 8 GiB and 2 vCPU per replica; rows come in batches and a query keeps a vCPU busy for long. */
const clickhouse: ShapeInput = {
  shape: "capacity_priced",
  hoursPerMonth: 732,
  price: price("clickhouse.scale.unit"),
  vcpuPerUnit: 2,
  ramGibPerUnit: 8,
  step: 1,
  min: 1,
  max: 45,
  instances: 2,
  writesPerVcpuSecond: 50_000,
  readsPerVcpuSecond: 10,
  storage: { price: price("clickhouse.storage"), billing: "used", gbPerPrice: 1_000 },
  egress: price("clickhouse.egress"),
};

const pinecone: ShapeInput = {
  shape: "request_priced",
  meters: [
    { of: "writes", price: price("pinecone.std.wu"), priceUnits: 1_000_000, size: { rule: "blocks", kb: 1 } },
    { of: "reads", price: price("pinecone.std.ru"), priceUnits: 1_000_000, size: { rule: "once", units: 5 } },
    { of: "stored_gb", price: price("pinecone.std.storage") },
  ],
  minimumUsd: "50",
  opsHoursMonth: 2,
};

/** A primary and a standby on EC2 with gp3 disks, looked after by the team. */
const selfHostedRelational: ShapeInput = {
  shape: "per_node",
  classes: classesOf("aws.ec2", EC2_MEMORY),
  readers: 1,
  storage: {
    price: price("aws.ebs.gp3"),
    billing: "provisioned",
    minGb: 20,
    copies: 2,
    iops: { aboveIops: 3_000, minGb: 20, includedIops: 3_000, price: price("aws.ebs.gp3.iops") },
  },
  egress: price("aws.egress"),
  opsHoursMonth: 20,
};

function selfHostedRing(perNode: { writesPerSecond: number; readsPerSecond: number }): ShapeInput {
  return {
    shape: "scale_out",
    price: price("aws.ec2.i4i.xlarge"),
    node: { ...perNode, storageGb: 937 },
    replicationFactor: 3,
    replicasPerRead: 2,
    minNodes: 3,
    sharesCapacity: false,
    storageFactor: 1.875,
    egress: price("aws.egress"),
    opsHoursMonth: 80,
  };
}

const anyCloud = { clouds: ["aws", "gcp", "azure"], hosting: "managed" } as const;
const onEc2 = { clouds: ["aws"], hosting: "self_hosted" } as const;
const POSTGRES = ["postgresql", "pgvector", "postgis", "postgres-fts", "postgres-jsonb"];

export const vendorDesigns: readonly DesignSource[] = [
  { id: "atlas", name: "MongoDB Atlas", systems: ["mongodb-atlas", "mongodb"], ...anyCloud, shape: atlas },
  {
    id: "neon-launch",
    name: "Neon Launch",
    systems: ["neon", ...POSTGRES],
    clouds: ["aws", "azure"],
    hosting: "serverless",
    shape: neon("launch"),
  },
  {
    id: "neon-scale",
    name: "Neon Scale",
    systems: ["neon", ...POSTGRES],
    clouds: ["aws", "azure"],
    hosting: "serverless",
    shape: neon("scale"),
  },
  { id: "supabase-pro", name: "Supabase Pro", systems: ["supabase", ...POSTGRES], clouds: ["aws"], hosting: "managed", shape: supabase },
  {
    id: "cockroachdb-basic",
    name: "CockroachDB Basic",
    systems: ["cockroachdb"],
    clouds: ["aws", "gcp"],
    hosting: "serverless",
    shape: cockroachBasic,
  },
  {
    id: "cockroachdb-advanced",
    name: "CockroachDB Advanced",
    systems: ["cockroachdb"],
    clouds: ["gcp"],
    hosting: "managed",
    shape: cockroachAdvanced,
  },
  { id: "yugabytedb-aeon", name: "YugabyteDB Aeon", systems: ["yugabytedb"], ...anyCloud, shape: yugabyte },
  { id: "clickhouse-cloud", name: "ClickHouse Cloud", systems: ["clickhouse"], ...anyCloud, hosting: "serverless", shape: clickhouse },
  { id: "pinecone-standard", name: "Pinecone Standard", systems: ["pinecone"], ...anyCloud, hosting: "serverless", shape: pinecone },
];

export const selfHostedDesigns: readonly DesignSource[] = [
  {
    id: "self-hosted-ec2",
    name: "Own servers on EC2",
    systems: ["own-servers", "mysql", "mariadb", "timescaledb", "citus", "mongodb", ...POSTGRES],
    ...onEc2,
    shape: selfHostedRelational,
  },
  {
    id: "self-hosted-cassandra",
    name: "Own Cassandra on EC2",
    systems: ["cassandra"],
    ...onEc2,
    shape: selfHostedRing({ writesPerSecond: 12_000, readsPerSecond: 8_000 }),
  },
  {
    id: "self-hosted-scylladb",
    name: "Own ScyllaDB on EC2",
    systems: ["scylladb"],
    ...onEc2,
    shape: selfHostedRing({ writesPerSecond: 50_000, readsPerSecond: 40_000 }),
  },
];
