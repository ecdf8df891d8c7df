import { writeFileSync } from "node:fs";
import { CATALOGUE } from "../../domain/catalogue/catalogue";
import { smallestFootprints } from "../../domain/costs/footprint";
import { factsOfCatalogue } from "../../domain/engine/facts-of-catalogue";
import { storedFacts } from "../../domain/engine/stored-facts";

/** `npm run facts`: takes the facts that the rules read out of the catalogue and the price book. Run it after changing either. */
const FILE = "lib/domain/engine/data/facts.json";
writeFileSync(FILE, storedFacts(CATALOGUE.version, factsOfCatalogue(CATALOGUE, smallestFootprints())));
process.stdout.write(`Written to ${FILE}.\n`);
