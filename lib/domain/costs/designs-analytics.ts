import type { DesignSource } from "./design-source";
import { price } from "./price-refs";
import type { ShapeInput } from "./shape-schema";

/** A query over data in S3 reads a fifth of the columns and a twentieth of the partitions, compressed fivefold: our assumption. */
const athena: ShapeInput = {
  shape: "per_scan",
  price: price("aws.athena.scan"),
  priceBytes: 1e12,
  minMbPerQuery: 10,
  compression: 5,
  storage: { price: price("aws.s3.std"), billing: "used" },
  opsHoursMonth: 2,
};

/** Bills logical bytes; 10 MB at least per table, the first TiB of a month for nothing. */
const bigQuery: ShapeInput = {
  shape: "per_scan",
  price: price("gcp.bigquery.scan"),
  priceBytes: 2 ** 40,
  minMbPerQuery: 10,
  freePerMonth: 1,
  storage: { price: price("gcp.bigquery.storage.active"), billing: "used", freeGb: 10 },
  opsHoursMonth: 2,
};

/** Rows come in batches and a query keeps a vCPU busy for long: the same planning rates for every warehouse. */
const WAREHOUSE_RATES = { writesPerVcpuSecond: 50_000, readsPerVcpuSecond: 10 } as const;

/** One RPU has 16 GB; 2 vCPU each is our assumption. Runs only while there is load, at least a minute each time. */
const redshiftServerless: ShapeInput = {
  shape: "capacity_priced",
  price: price("aws.redshift.serverless.rpu"),
  vcpuPerUnit: 2,
  ramGibPerUnit: 16,
  step: 4,
  min: 4,
  max: 1_024,
  pause: { minutesPerWake: 1, wakesPerDay: 24 },
  ...WAREHOUSE_RATES,
  storage: { price: price("aws.redshift.rms"), billing: "used" },
  opsHoursMonth: 2,
};

/** Two nodes at least, so that one may fail; 12 vCPU each at the planning rates of a warehouse. */
const redshiftNodes: ShapeInput = {
  shape: "scale_out",
  price: price("aws.redshift.ra3.4xlarge"),
  node: { writesPerSecond: 600_000, readsPerSecond: 120, storageGb: 128_000 },
  minNodes: 2,
  maxNodes: 128,
  storage: { price: price("aws.redshift.rms"), billing: "used" },
};

/** Credits an hour double with each size. 8 vCPU and 16 GB an XS are commonly reported, not published: our assumption. */
const snowflake: ShapeInput = {
  shape: "capacity_priced",
  price: price("snowflake.credit.standard"),
  vcpuPerUnit: 8,
  ramGibPerUnit: 16,
  step: 1,
  min: 1,
  max: 128,
  sizes: [1, 2, 4, 8, 16, 32, 64, 128],
  pause: { minutesPerWake: 1, wakesPerDay: 24 },
  ...WAREHOUSE_RATES,
  storage: { price: price("snowflake.storage.ondemand"), billing: "used", gbPerPrice: 1_000 },
  opsHoursMonth: 2,
};

/** 6 GB an OCU; a production collection keeps 2 OCU with its standby. The rates are our planning assumption. */
const openSearchServerless: ShapeInput = {
  shape: "capacity_priced",
  price: price("aws.opensearch.serverless.ocu"),
  vcpuPerUnit: 1,
  ramGibPerUnit: 6,
  step: 1,
  min: 2,
  max: 1_700,
  writesPerVcpuSecond: 1_000,
  readsPerVcpuSecond: 200,
  storage: { price: price("aws.opensearch.serverless.storage"), billing: "used" },
  egress: price("aws.egress"),
  egressFreeGb: 100,
  opsHoursMonth: 2,
};

/** 2 GB a capacity unit, never fewer than one; half a vCPU each is our assumption. */
const neptuneServerless: ShapeInput = {
  shape: "capacity_priced",
  price: price("aws.neptune.serverless.ncu"),
  vcpuPerUnit: 0.25,
  ramGibPerUnit: 2,
  step: 0.5,
  min: 1,
  max: 128,
  instances: 2,
  storage: { price: price("aws.neptune.storage"), billing: "used", minGb: 10 },
  io: price("aws.neptune.io"),
  egress: price("aws.egress"),
  egressFreeGb: 100,
  opsHoursMonth: 2,
};

/** Every write is billed by the MB, every query in hundreds, storage by the hour. */
const influx: ShapeInput = {
  shape: "tiered",
  meters: [
    { of: "written_gb", price: price("influx.serverless.in"), priceUnits: 0.001 },
    { of: "reads", price: price("influx.serverless.query"), priceUnits: 100 },
    { of: "stored_gb", price: price("influx.serverless.storage"), hours: 730 },
  ],
  egress: price("influx.serverless.out"),
  opsHoursMonth: 2,
};

const serverless = { hosting: "serverless" } as const;
const aws = { clouds: ["aws"] } as const;

export const analyticsDesigns: readonly DesignSource[] = [
  { id: "athena", name: "Amazon Athena", systems: ["athena", "iceberg"], ...aws, ...serverless, shape: athena },
  { id: "bigquery", name: "BigQuery, by bytes scanned", systems: ["bigquery"], clouds: ["gcp"], ...serverless, shape: bigQuery },
  { id: "redshift-serverless", name: "Redshift Serverless", systems: ["redshift"], ...aws, ...serverless, shape: redshiftServerless },
  { id: "redshift", name: "Redshift, provisioned", systems: ["redshift"], ...aws, hosting: "managed", shape: redshiftNodes },
  { id: "snowflake", name: "Snowflake Standard", systems: ["snowflake"], clouds: ["aws", "gcp", "azure"], ...serverless, shape: snowflake },
  {
    id: "opensearch-serverless",
    name: "OpenSearch Serverless",
    systems: ["opensearch", "elasticsearch"],
    ...aws,
    ...serverless,
    shape: openSearchServerless,
  },
  { id: "neptune-serverless", name: "Neptune Serverless", systems: ["neptune"], ...aws, ...serverless, shape: neptuneServerless },
  { id: "influxdb-serverless", name: "InfluxDB Cloud Serverless", systems: ["influxdb"], ...aws, ...serverless, shape: influx },
];
