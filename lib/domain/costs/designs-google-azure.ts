import type { DesignSource } from "./design-source";
import { classesOf, price } from "./price-refs";
import type { ShapeInput } from "./shape-schema";

const CLOUD_SQL = [
  "db-custom-1-3840",
  "db-custom-2-7680",
  "db-custom-4-15360",
  "db-custom-8-30720",
  "db-custom-16-61440",
  "db-custom-32-122880",
];

function cloudSql(zones: "zonal" | "regional"): ShapeInput {
  return {
    shape: "per_node",
    classes: classesOf("gcp.cloudsql", CLOUD_SQL, `.${zones}`),
    storage: { price: price(`gcp.cloudsql.ssd.${zones}`), billing: "provisioned", minGb: 10 },
  };
}

/** 1,000 processing units peak at 22,500 reads or 3,500 writes of 1 KB a second (cloud.google.com/spanner/docs/performance). */
const spanner: ShapeInput = {
  shape: "scale_out",
  unit: "capacity_unit_hours",
  price: price("gcp.spanner.100pu"),
  node: { writesPerSecond: 350, readsPerSecond: 2_250, storageGb: 1_024 },
  storage: { price: price("gcp.spanner.storage"), billing: "used" },
  opsHoursMonth: 2,
};

const firestore: ShapeInput = {
  shape: "request_priced",
  meters: [
    { of: "writes", price: price("gcp.firestore.write"), priceUnits: 100_000, size: { rule: "once" }, freeUnits: 608_333 },
    { of: "reads", price: price("gcp.firestore.read"), priceUnits: 100_000, size: { rule: "once" }, freeUnits: 1_520_833 },
    { of: "stored_gb", price: price("gcp.firestore.storage"), freeUnits: 1 },
  ],
  opsHoursMonth: 2,
};

/** 1 RU reads and 5 RU write 1 KB, 10 and 50 RU at 100 KB; strong reads cost twice (`cost-models.md` section 2). */
const COSMOS_READ = { size: { rule: "linear", at1Kb: 1, at100Kb: 10 }, strong: 2, eventual: 1 } as const;
const COSMOS_WRITE = { size: { rule: "linear", at1Kb: 5, at100Kb: 50 } } as const;

const cosmosServerless: ShapeInput = {
  shape: "request_priced",
  meters: [
    { of: "writes", price: price("azure.cosmos.serverless"), priceUnits: 1_000_000, ...COSMOS_WRITE },
    { of: "reads", price: price("azure.cosmos.serverless"), priceUnits: 1_000_000, ...COSMOS_READ },
    { of: "stored_gb", price: price("azure.cosmos.storage") },
  ],
  maxUnitsPerSecond: 5_000,
  opsHoursMonth: 2,
};

/** Manual throughput in hundreds of RU/s, at least 400, set for the peak at the target utilisation. */
const cosmosProvisioned: ShapeInput = {
  shape: "provisioned_units",
  scaling: "manual",
  meters: [
    {
      meter: "capacity_unit_hours",
      reads: COSMOS_READ,
      writes: COSMOS_WRITE,
      price: price("azure.cosmos.rus"),
      priceUnits: 100,
      minUnits: 400,
      stepUnits: 100,
    },
  ],
  storage: { price: price("azure.cosmos.storage"), billing: "used" },
  opsHoursMonth: 2,
};

/** 1.5 times the manual price for each hour's peak, at least a tenth of the maximum; the maximum's steps of 1,000 RU/s are not rounded. */
const cosmosAutoscale: ShapeInput = {
  shape: "provisioned_units",
  scaling: "hourly_peak",
  meters: [
    {
      meter: "capacity_unit_hours",
      reads: COSMOS_READ,
      writes: COSMOS_WRITE,
      price: price("azure.cosmos.autoscale"),
      priceUnits: 100,
      minUnits: 100,
    },
  ],
  storage: { price: price("azure.cosmos.storage"), billing: "used" },
  opsHoursMonth: 2,
};

/** By the GB of memory that must hold all data; a third is kept free. The rates a GB are our planning assumption. */
const memorystore: ShapeInput = {
  shape: "scale_out",
  unit: "capacity_unit_hours",
  price: price("gcp.memorystore.redis.std.m1"),
  node: { writesPerSecond: 8_000, readsPerSecond: 8_000, storageGb: 0.75 },
  minNodes: 1,
  maxNodes: 300,
};

const azurePostgres: ShapeInput = {
  shape: "per_node",
  classes: [{ price: price("azure.pg.flex.b1ms") }, { price: price("azure.pg.flex.d2ads_v5") }],
  // The price book has no price for its disk: the line stays open and the total reads "at least".
  storage: { price: { priceId: "azure.pg.flex.storage" }, billing: "provisioned", minGb: 32 },
};

const azureSqlServerless: ShapeInput = {
  shape: "capacity_priced",
  price: price("azure.sql.serverless.gp.vcore"),
  vcpuPerUnit: 1,
  ramGibPerUnit: 3,
  step: 0.5,
  min: 0.5,
  max: 80,
  pause: { minutesPerWake: 60, wakesPerDay: 1 },
  storage: { price: price("azure.sql.storage.gp"), billing: "provisioned", minGb: 5 },
};

const POSTGRES = ["postgresql", "pgvector", "postgis", "postgres-fts", "postgres-jsonb"];
const google = { clouds: ["gcp"], hosting: "managed" } as const;
const azure = { clouds: ["azure"], hosting: "managed" } as const;

export const googleDesigns: readonly DesignSource[] = [
  {
    id: "cloud-sql-regional",
    name: "Cloud SQL, regional",
    systems: ["cloud-sql", "mysql", ...POSTGRES],
    ...google,
    shape: cloudSql("regional"),
  },
  { id: "cloud-sql-zonal", name: "Cloud SQL, one zone", systems: ["cloud-sql", "mysql", ...POSTGRES], ...google, shape: cloudSql("zonal") },
  { id: "memorystore", name: "Memorystore for Redis, standard tier", systems: ["redis"], ...google, shape: memorystore },
  { id: "spanner", name: "Spanner", systems: ["spanner"], ...google, shape: spanner },
  { id: "firestore", name: "Firestore", systems: ["firestore"], ...google, hosting: "serverless", shape: firestore },
];

export const azureDesigns: readonly DesignSource[] = [
  {
    id: "azure-postgres",
    name: "Azure Database for PostgreSQL",
    systems: ["azure-database-postgresql", ...POSTGRES],
    ...azure,
    shape: azurePostgres,
  },
  {
    id: "cosmos-serverless",
    name: "Cosmos DB serverless",
    systems: ["cosmos-db"],
    ...azure,
    hosting: "serverless",
    shape: cosmosServerless,
  },
  { id: "cosmos-autoscale", name: "Cosmos DB, autoscale", systems: ["cosmos-db"], ...azure, shape: cosmosAutoscale },
  { id: "cosmos-provisioned", name: "Cosmos DB, manual throughput", systems: ["cosmos-db"], ...azure, shape: cosmosProvisioned },
  {
    id: "azure-sql-serverless",
    name: "Azure SQL Database, serverless",
    systems: ["sql-server"],
    ...azure,
    hosting: "serverless",
    shape: azureSqlServerless,
  },
];
