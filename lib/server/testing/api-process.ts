import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { createApi } from "../api/app";

/** A second process of the app on the same database, without pages; it says its port. For tests of what processes tell each other. */
const server = createServer(getRequestListener(createApi().fetch));
server.listen(0, "127.0.0.1", () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
