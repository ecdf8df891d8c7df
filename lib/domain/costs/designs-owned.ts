import type { DesignSource } from "./design-source";
import { classesOf, price } from "./price-refs";
import type { ShapeInput } from "./shape-schema";

const EC2_MEMORY = ["t4g.medium", "t4g.large", "r6g.large", "r6g.xlarge", "r6g.2xlarge", "r6g.4xlarge", "r6g.8xlarge", "r6g.16xlarge"];
const EC2_X86 = ["m5.large", "r5.large", "m5.xlarge", "r5.xlarge", "m5.2xlarge"];

const gp3 = {
  price: price("aws.ebs.gp3"),
  billing: "provisioned",
  minGb: 20,
  copies: 2,
  iops: { aboveIops: 3_000, minGb: 20, includedIops: 3_000, price: price("aws.ebs.gp3.iops") },
} as const;

/** A primary and a standby on EC2 with gp3 disks, looked after by the team: 20 hours of upkeep a month. */
const relational: ShapeInput = {
  shape: "self_hosted",
  nodes: {
    shape: "per_node",
    classes: classesOf("aws.ec2", EC2_MEMORY),
    readers: 1,
    storage: gp3,
    egress: price("aws.egress"),
    egressFreeGb: 100,
  },
  backup: { price: price("aws.s3.std") },
  betweenZones: { price: price("aws.interaz"), copies: 2 },
  upkeep: { baseHours: 10, hoursPerNode: 5 },
};

/** Three nodes at least with local disks: 80 hours of upkeep a month, and more with every node. */
function ring(perNode: { writesPerSecond: number; readsPerSecond: number }): ShapeInput {
  return {
    shape: "self_hosted",
    nodes: {
      shape: "scale_out",
      price: price("aws.ec2.i4i.xlarge"),
      node: { ...perNode, storageGb: 937 },
      replicationFactor: 3,
      replicasPerRead: 2,
      minNodes: 3,
      sharesCapacity: false,
      storageFactor: 1.875,
      egress: price("aws.egress"),
      egressFreeGb: 100,
    },
    backup: { price: price("aws.s3.std") },
    betweenZones: { price: price("aws.interaz"), copies: 3 },
    upkeep: { baseHours: 50, hoursPerNode: 10 },
  };
}

/** A licence covers 2 vCPU in the authorised clouds; every node that runs the engine needs its own. */
const oracle: ShapeInput = {
  shape: "licenced",
  servers: {
    shape: "per_node",
    classes: classesOf("aws.ec2", EC2_X86),
    readers: 1,
    storage: gp3,
    egress: price("aws.egress"),
    egressFreeGb: 100,
    opsHoursMonth: 20,
  },
  licence: { price: price("oracle.ee.processor"), vcpuPerLicence: 2, support: price("oracle.ee.support") },
};

/** Packs of two cores, four cores at least per machine. The standby is covered by Software Assurance, so one node counts. */
function sqlServer(edition: "ee" | "se"): ShapeInput {
  return {
    shape: "licenced",
    servers: {
      shape: "per_node",
      classes: classesOf("aws.ec2", EC2_X86),
      storage: { ...gp3, copies: 1 },
      egress: price("aws.egress"),
      egressFreeGb: 100,
      opsHoursMonth: 20,
    },
    licence: { price: price(`mssql.${edition}.2core`), vcpuPerLicence: 2, minPerNode: 2, support: price("mssql.sa") },
  };
}

/** The price book has one class of each, so a larger load has no price and is not called cheap. */
function licenceIncluded(priceId: string): ShapeInput {
  return {
    shape: "per_node",
    classes: [{ price: price(priceId) }],
    storage: { price: price("aws.rds.postgres.gp3.single"), billing: "provisioned", minGb: 20 },
    egress: price("aws.egress"),
    egressFreeGb: 100,
  };
}

const onEc2 = { clouds: ["aws"], hosting: "self_hosted" } as const;
const onRds = { clouds: ["aws"], hosting: "managed" } as const;
const POSTGRES = ["postgresql", "pgvector", "postgis", "postgres-fts", "postgres-jsonb"];

export const licencedDesigns: readonly DesignSource[] = [
  {
    id: "rds-sqlserver-se",
    name: "Amazon RDS SQL Server Standard, licence included",
    systems: ["sql-server"],
    ...onRds,
    shape: licenceIncluded("aws.rds.sqlserver-se.m5.xlarge"),
  },
  {
    id: "rds-sqlserver-ee",
    name: "Amazon RDS SQL Server Enterprise, licence included",
    systems: ["sql-server"],
    ...onRds,
    shape: licenceIncluded("aws.rds.sqlserver-ee.m5.xlarge"),
  },
  {
    id: "rds-oracle-se2",
    name: "Amazon RDS Oracle SE2, licence included",
    systems: ["oracle-database"],
    ...onRds,
    shape: licenceIncluded("aws.rds.oracle-se2.t3.large"),
  },
  { id: "oracle-ee-ec2", name: "Oracle Enterprise Edition on EC2", systems: ["oracle-database"], ...onEc2, shape: oracle },
  { id: "sqlserver-se-ec2", name: "SQL Server Standard on EC2", systems: ["sql-server"], ...onEc2, shape: sqlServer("se") },
  { id: "sqlserver-ee-ec2", name: "SQL Server Enterprise on EC2", systems: ["sql-server"], ...onEc2, shape: sqlServer("ee") },
];

export const selfHostedDesigns: readonly DesignSource[] = [
  {
    id: "self-hosted-ec2",
    name: "Own servers on EC2",
    systems: ["own-servers", "mysql", "mariadb", "timescaledb", "citus", "mongodb", ...POSTGRES],
    ...onEc2,
    shape: relational,
  },
  {
    id: "self-hosted-cassandra",
    name: "Own Cassandra on EC2",
    systems: ["cassandra"],
    ...onEc2,
    shape: ring({ writesPerSecond: 12_000, readsPerSecond: 8_000 }),
  },
  {
    id: "self-hosted-scylladb",
    name: "Own ScyllaDB on EC2",
    systems: ["scylladb"],
    ...onEc2,
    shape: ring({ writesPerSecond: 50_000, readsPerSecond: 40_000 }),
  },
];
