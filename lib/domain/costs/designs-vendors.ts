import type { DesignSource } from "./design-source";
import { classesOf, price } from "./price-refs";
import type { ShapeInput } from "./shape-schema";

const ATLAS = ["m10", "m20", "m30", "m40", "m50", "m60", "m80", "m140", "m200", "m300", "m400", "m700"];
const SUPABASE = ["micro", "small", "medium", "large", "xl", "2xl", "4xl", "8xl", "12xl", "16xl"];

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
    egressIncludedGb: 100,
    pause: { minutesPerWake: 5, wakesPerDay: 24 },
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
  egressIncludedGb: 250,
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

/** A class for each hundred operations a second that were seen; 500 is the ceiling, 5 GB the disk, and transfer is included. */
const atlasFlex: ShapeInput = {
  shape: "per_node",
  classes: [100, 200, 300, 400, 500].map((ops) => ({
    price: price(`mongodb.atlas.flex.${ops}ops`),
    capacity: { vcpu: ops, maxStorageGb: 7.5 },
  })),
  writesPerVcpuSecond: 1,
  readsPerVcpuSecond: 1,
  utilisation: 1,
  headroom: 0,
  opsHoursMonth: 2,
};

/** Replicas are included. A vCPU's rates are a third of the planning figure: every write is agreed on three times. */
const cockroachStandard: ShapeInput = {
  shape: "scale_out",
  unit: "vcpu_hours",
  price: price("crdb.standard.vcpu"),
  node: { writesPerSecond: 170, readsPerSecond: 1_000 },
  minNodes: 2,
  opsHoursMonth: 2,
  storage: { price: price("crdb.basic.storage"), billing: "used" },
};

/** By the GB of memory; a quarter of the data is kept there. The rates a GB are our planning assumption. */
const neo4jAura: ShapeInput = {
  shape: "scale_out",
  hoursPerMonth: 1,
  unit: "memory_months",
  price: price("neo4j.aura.pro"),
  node: { writesPerSecond: 250, readsPerSecond: 1_000, storageGb: 4 },
  minNodes: 1,
  maxNodes: 128,
  opsHoursMonth: 2,
};

const anyCloud = { clouds: ["aws", "gcp", "azure"], hosting: "managed" } as const;
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
  {
    id: "cockroachdb-standard",
    name: "CockroachDB Standard",
    systems: ["cockroachdb"],
    clouds: ["aws", "gcp"],
    hosting: "managed",
    shape: cockroachStandard,
  },
  {
    id: "atlas-flex",
    name: "MongoDB Atlas Flex",
    systems: ["mongodb-atlas", "mongodb"],
    ...anyCloud,
    hosting: "serverless",
    shape: atlasFlex,
  },
  { id: "neo4j-aura", name: "Neo4j Aura Professional", systems: ["neo4j"], ...anyCloud, shape: neo4jAura },
  { id: "yugabytedb-aeon", name: "YugabyteDB Aeon", systems: ["yugabytedb"], ...anyCloud, shape: yugabyte },
  { id: "clickhouse-cloud", name: "ClickHouse Cloud", systems: ["clickhouse"], ...anyCloud, hosting: "serverless", shape: clickhouse },
  { id: "pinecone-standard", name: "Pinecone Standard", systems: ["pinecone"], ...anyCloud, hosting: "serverless", shape: pinecone },
];
