// PostGraphile 5 over the tables of the platform, in a process of its own: `node postgraphile.mjs <database url> <port>`.
import { createServer } from "node:http";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";

const [, , connectionString, port] = process.argv;
const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString, schemas: ["public"] })],
  grafserv: { graphiql: false, watch: false },
  grafast: { explain: false },
};
const server = createServer();
const handler = postgraphile(preset).createServ(grafserv);
await handler.addTo(server);
server.listen(Number(port), "127.0.0.1", () => console.log("ready"));
