import { describe, expect, it } from "vitest";
import data from "./data/price-facts.json" with { type: "json" };
import { readOfferFile } from "./offer-file";
import { refreshBook } from "./refresh-book";
import { type PriceBook, priceBookSchema } from "./schema";

const BOOK = data as unknown as PriceBook;

type Dimension = { beginRange?: string; endRange?: string; unit?: string; pricePerUnit?: Record<string, string> };

/** A small file in the vendor's format with one product. */
function anOffer({
  attributes = {},
  family = "Database Instance",
  dimensions,
  over = {},
}: {
  attributes?: Record<string, string>;
  family?: string;
  dimensions?: Dimension[];
  over?: object;
} = {}): string {
  const sku = "7GQ5PS7UCKQ5YNB2";
  const rows = (dimensions ?? [{ pricePerUnit: { USD: "0.4600000000" } }]).map((row, index) => [
    `${sku}.JRTCKXETXF.${index}`,
    {
      rateCode: `${sku}.JRTCKXETXF.${index}`,
      description: "",
      beginRange: "0",
      endRange: "Inf",
      unit: "Hrs",
      pricePerUnit: { USD: "1" },
      appliesTo: [],
      ...row,
    },
  ]);
  const product = {
    sku,
    productFamily: family,
    attributes: {
      regionCode: "us-east-1",
      databaseEngine: "PostgreSQL",
      deploymentOption: "Multi-AZ",
      instanceType: "db.r6g.large",
      licenseModel: "No license required",
      ...attributes,
    },
  };
  return JSON.stringify({
    formatVersion: "v1.0",
    disclaimer: "",
    offerCode: "AmazonRDS",
    version: "20261118170259",
    publicationDate: "2026-11-18T17:02:59Z",
    products: { [sku]: product },
    terms: {
      OnDemand: {
        [sku]: {
          [`${sku}.JRTCKXETXF`]: {
            offerTermCode: "JRTCKXETXF",
            sku,
            effectiveDate: "2026-11-01T00:00:00Z",
            priceDimensions: Object.fromEntries(rows),
            termAttributes: {},
          },
        },
      },
    },
    ...over,
  });
}

function refreshed(text: string) {
  const read = readOfferFile(text);
  if (!read.ok) throw new Error(read.problem);
  return refreshBook(BOOK, read.file);
}

describe("a price list of the vendor", () => {
  it("changes the entry it names and writes a dated version that is still a price book", () => {
    const { changes, book, problems } = refreshed(anOffer());
    expect(changes).toEqual([{ priceId: "aws.rds.postgres.r6g.large.multi", before: "0.45", after: "0.46", sku: "7GQ5PS7UCKQ5YNB2" }]);
    expect(book.version).toBe("2026-11-18");
    expect(book.entries.find(({ id }) => id === "aws.rds.postgres.r6g.large.multi")).toMatchObject({
      price: 0.46,
      as_of: "2026-11-18",
      confidence: "quoted",
    });
    expect(priceBookSchema.safeParse(book).error).toBeUndefined();
    expect(book.entries.filter((entry, index) => entry !== BOOK.entries[index])).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  it("confirms a price that stayed, with its new date", () => {
    const { changes, confirmed, book } = refreshed(anOffer({ dimensions: [{ pricePerUnit: { USD: "0.4500000000" } }] }));
    expect(changes).toEqual([]);
    expect(confirmed).toEqual(["aws.rds.postgres.r6g.large.multi"]);
    expect(book.version).toBe("2026-11-18");
  });

  it("takes the first paid tier per million where ours is per million", () => {
    const attributes = { group: "DDB-WriteUnits" };
    const dimensions = [{ unit: "WriteRequestUnits", pricePerUnit: { USD: "0.0000007000" } }];
    const { changes } = refreshed(
      anOffer({ attributes, family: "Amazon DynamoDB PayPerRequest Throughput", dimensions, over: { offerCode: "AmazonDynamoDB" } }),
    );
    expect(changes).toMatchObject([{ priceId: "aws.dynamodb.od.wru", before: "0.625", after: "0.7" }]);
  });

  it("keeps tiers, and leaves the account's free first one to the conditions", () => {
    const dimensions = [
      { beginRange: "0", endRange: "100", unit: "GB", pricePerUnit: { USD: "0.0000000000" } },
      { beginRange: "100", endRange: "10240", unit: "GB", pricePerUnit: { USD: "0.0900000000" } },
      { beginRange: "10240", endRange: "Inf", unit: "GB", pricePerUnit: { USD: "0.0800000000" } },
    ];
    const attributes = { fromRegionCode: "us-east-1", transferType: "AWS Outbound" };
    const { book } = refreshed(anOffer({ attributes, family: "Data Transfer", dimensions, over: { offerCode: "AWSDataTransfer" } }));
    expect(book.entries.find(({ id }) => id === "aws.egress")?.tiers).toEqual([
      [0, 10_240, 0.09],
      [10_240, null, 0.08],
    ]);
  });

  it("never guesses: another region, licence, engine or size changes nothing", () => {
    const others: Record<string, string>[] = [
      { regionCode: "eu-west-1" },
      { licenseModel: "Bring your own license" },
      { databaseEngine: "Db2" },
      { instanceType: "db.x99.large" },
    ];
    for (const attributes of others) {
      const { changes, confirmed, unmapped, book } = refreshed(anOffer({ attributes }));
      expect({ changes, confirmed, unmapped }).toEqual({ changes: [], confirmed: [], unmapped: 1 });
      expect(book).toBe(BOOK);
    }
  });

  it("refuses a unit that is not ours instead of converting it", () => {
    const { changes, problems } = refreshed(anOffer({ dimensions: [{ unit: "Quantity" }] }));
    expect(changes).toEqual([]);
    expect(problems).toEqual(["7GQ5PS7UCKQ5YNB2: it is priced per Quantity, and aws.rds.postgres.r6g.large.multi per Hrs."]);
  });

  it("leaves an entry alone when two products claim it at different prices", () => {
    const file = JSON.parse(anOffer());
    const [sku] = Object.keys(file.products);
    const twin = JSON.parse(JSON.stringify(file.terms.OnDemand[sku as string]).replaceAll("0.4600000000", "0.9900000000"));
    file.products.TWIN = { ...file.products[sku as string], sku: "TWIN" };
    file.terms.OnDemand.TWIN = twin;
    const { changes, problems } = refreshed(JSON.stringify(file));
    expect(changes).toEqual([]);
    expect(problems).toEqual(["aws.rds.postgres.r6g.large.multi: 7GQ5PS7UCKQ5YNB2 says 0.46, TWIN says 0.99; it keeps its price."]);
  });
});

describe("a price list that cannot be read", () => {
  const problemOf = (text: string) => {
    const read = readOfferFile(text);
    return read.ok ? read.file.problems : read.problem;
  };

  it("says that it is cut off, and after which line", () => {
    const text = JSON.stringify(JSON.parse(anOffer()), null, 2);
    expect(problemOf(text.slice(0, text.length / 2))).toMatch(/^The file ends too early: it is cut off after line \d+\.$/u);
  });

  it("says that it is no JSON, no price list, or of another version", () => {
    expect(problemOf("sku,price}")).toBe("The file is not JSON.");
    expect(problemOf("{}")).toBe("The file has no formatVersion, so it is no price list.");
    expect(problemOf(anOffer({ over: { formatVersion: "v2.0" } }))).toBe(
      "formatVersion v2.0 is not known here; v1.0 is. Nothing was read.",
    );
    expect(problemOf(anOffer({ over: { products: 4 } }))).toMatch(/^products: /u);
  });

  it("names the product whose price is in another currency", () => {
    expect(problemOf(anOffer({ dimensions: [{ pricePerUnit: { CNY: "3.2" } }] }))).toEqual([
      "7GQ5PS7UCKQ5YNB2: its price is in CNY, not in US dollars.",
    ]);
  });

  it("names the product whose tiers are empty, run in a circle, leave a gap or never end", () => {
    const tiers = (...ranges: [string, string][]) =>
      problemOf(anOffer({ dimensions: ranges.map(([beginRange, endRange]) => ({ beginRange, endRange })) }));
    expect(problemOf(anOffer({ dimensions: [] }))).toEqual(["7GQ5PS7UCKQ5YNB2: its tier table is empty."]);
    expect(tiers(["0", "10"], ["5", "Inf"])).toEqual(["7GQ5PS7UCKQ5YNB2: its tiers run in a circle or leave a gap at 5."]);
    expect(tiers(["0", "10"], ["20", "Inf"])).toEqual(["7GQ5PS7UCKQ5YNB2: its tiers run in a circle or leave a gap at 20."]);
    expect(tiers(["0", "10"], ["10", "5"])).toEqual(["7GQ5PS7UCKQ5YNB2: its tier from 10 ends at 5, before it begins."]);
    expect(tiers(["0", "10"])).toEqual(["7GQ5PS7UCKQ5YNB2: its last tier ends at 10, and nothing says what comes after."]);
  });
});
