import type { OfferProduct } from "./offer-file";

/** How a product of the vendor's list becomes a price of ours: every attribute named, nothing inferred. */
type OfferRule = {
  offer: string;
  family: string;
  /** Attributes that must have exactly this value. */
  is: Readonly<Record<string, string>>;
  /** The vendor's unit; another one is refused rather than converted. */
  unit: string;
  /** Units that our price buys: 1,000,000 where ours is per million. */
  per: number;
  priceId: (attributes: Readonly<Record<string, string>>) => string | null;
};

const REGION = { regionCode: "us-east-1" } as const;
const RDS_ENGINES: Readonly<Record<string, string>> = { PostgreSQL: "postgres", MySQL: "mysql" };
const ZONES: Readonly<Record<string, string>> = { "Single-AZ": "single", "Multi-AZ": "multi" };
const CACHES: Readonly<Record<string, string>> = { Redis: "redis", Valkey: "valkey" };

const RULES: readonly OfferRule[] = [
  {
    offer: "AmazonRDS",
    family: "Database Instance",
    is: { ...REGION, licenseModel: "No license required" },
    unit: "Hrs",
    per: 1,
    priceId: (of) =>
      joined("aws.rds", RDS_ENGINES[of.databaseEngine ?? ""], sizeOf(of.instanceType, "db."), ZONES[of.deploymentOption ?? ""]),
  },
  {
    offer: "AmazonRDS",
    family: "Database Storage",
    is: { ...REGION, volumeType: "General Purpose-GP3" },
    unit: "GB-Mo",
    per: 1,
    priceId: (of) => joined("aws.rds", RDS_ENGINES[of.databaseEngine ?? ""], "gp3", ZONES[of.deploymentOption ?? ""]),
  },
  {
    offer: "AmazonDynamoDB",
    family: "Amazon DynamoDB PayPerRequest Throughput",
    is: { ...REGION, group: "DDB-WriteUnits" },
    unit: "WriteRequestUnits",
    per: 1_000_000,
    priceId: () => "aws.dynamodb.od.wru",
  },
  {
    offer: "AmazonDynamoDB",
    family: "Amazon DynamoDB PayPerRequest Throughput",
    is: { ...REGION, group: "DDB-ReadUnits" },
    unit: "ReadRequestUnits",
    per: 1_000_000,
    priceId: () => "aws.dynamodb.od.rru",
  },
  {
    offer: "AmazonDynamoDB",
    family: "Provisioned IOPS",
    is: { ...REGION, group: "DDB-WriteUnits" },
    unit: "WriteCapacityUnit-Hrs",
    per: 1,
    priceId: () => "aws.dynamodb.prov.wcu",
  },
  {
    offer: "AmazonDynamoDB",
    family: "Provisioned IOPS",
    is: { ...REGION, group: "DDB-ReadUnits" },
    unit: "ReadCapacityUnit-Hrs",
    per: 1,
    priceId: () => "aws.dynamodb.prov.rcu",
  },
  {
    offer: "AmazonDynamoDB",
    family: "Database Storage",
    is: { ...REGION, volumeType: "Amazon DynamoDB - Indexed DataStore" },
    unit: "GB-Mo",
    per: 1,
    priceId: () => "aws.dynamodb.storage.std",
  },
  {
    offer: "AmazonElastiCache",
    family: "Cache Instance",
    is: REGION,
    unit: "Hrs",
    per: 1,
    priceId: (of) => joined("aws.elasticache", CACHES[of.cacheEngine ?? ""], sizeOf(of.instanceType, "cache.")),
  },
  {
    offer: "AmazonEC2",
    family: "Compute Instance",
    is: { ...REGION, operatingSystem: "Linux", tenancy: "Shared", preInstalledSw: "NA", capacitystatus: "Used" },
    unit: "Hrs",
    per: 1,
    priceId: (of) => joined("aws.ec2", sizeOf(of.instanceType, "")),
  },
  { offer: "AmazonEC2", family: "Storage", is: { ...REGION, volumeApiName: "gp3" }, unit: "GB-Mo", per: 1, priceId: () => "aws.ebs.gp3" },
  {
    offer: "AWSDataTransfer",
    family: "Data Transfer",
    is: { fromRegionCode: "us-east-1", transferType: "AWS Outbound" },
    unit: "GB",
    per: 1,
    priceId: () => "aws.egress",
  },
];

export type Mapping = { kind: "mapped"; priceId: string; per: number } | { kind: "unmapped" } | { kind: "refused"; why: string };

/**
 * The price of ours that a product of the vendor's list is, by the table above and by nothing else: a product that no row names is
 * unmapped, one in another unit is refused.
 *
 * @example mapProduct("AmazonRDS", product with db.r6g.large, PostgreSQL, Multi-AZ).priceId // "aws.rds.postgres.r6g.large.multi"
 */
export function mapProduct(offer: string, product: OfferProduct): Mapping {
  const rule = RULES.find(
    (row) =>
      row.offer === offer &&
      row.family === product.family &&
      Object.entries(row.is).every(([key, value]) => product.attributes[key] === value),
  );
  const priceId = rule?.priceId(product.attributes) ?? null;
  if (!rule || priceId === null) return { kind: "unmapped" };
  if (rule.unit !== product.unit)
    return { kind: "refused", why: `${product.sku}: it is priced per ${product.unit}, and ${priceId} per ${rule.unit}.` };
  return { kind: "mapped", priceId, per: rule.per };
}

function sizeOf(instanceType: string | undefined, prefix: string): string | undefined {
  return instanceType?.startsWith(prefix) ? instanceType.slice(prefix.length) : undefined;
}

/** The parts with dots between, or null as soon as one is missing. */
function joined(...parts: (string | undefined)[]): string | null {
  return parts.includes(undefined) ? null : parts.join(".");
}
