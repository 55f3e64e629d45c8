// The least that can be done: one statement whose answer is JSON already, sent as it is. `node sql.mjs <database url> <port> <project>`.
import { createServer } from "node:http";
import { createRequire } from "node:module";

const [, , url, port, project, require_] = process.argv;
const postgres = createRequire(require_)("postgres");
const sql = postgres(url, { max: 10, fetch_types: false });
createServer(async (_request, response) => {
  const [row] = await sql`
    select json_build_object('data', json_build_object('applications', json_build_object('nodes', coalesce(json_agg(one), '[]')))) as body
    from (
      select a.id, a.name, a.description, (
        select json_build_object('nodes', coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'runtime', c.runtime) order by c.id desc), '[]'))
        from components c where c.application_id = a.id
      ) as components
      from applications a where a.project_id = ${project} order by a.id desc limit 50
    ) as one`;
  const body = JSON.stringify(row.body);
  response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) }).end(body);
}).listen(Number(port), "127.0.0.1", () => console.log("ready"));
