import { expect, test } from "vitest";
import { serverXml } from "@flyloft/infra/agent/runtimes/tomcat";
import { zipOf } from "../kit/archives.ts";
import { until } from "./agent-process.ts";
import { addressOf, startWorld, wishFor } from "./world.ts";

test("a server.xml of the owner listens on the port handed in and opens no shutdown port (ADV-19)", () => {
  const given = `<Server port="8005" shutdown="SHUTDOWN"><Connector port="8080" protocol="HTTP/1.1" redirectPort="8443"/><Connector protocol="AJP/1.3" port="8009"/></Server>`;
  expect(serverXml(given)).toBe(
    `<Server port="-1" shutdown="SHUTDOWN"><Connector port="\${PORT}" protocol="HTTP/1.1" redirectPort="8443"/><Connector protocol="AJP/1.3" port="8009"/></Server>`,
  );
  expect(serverXml(`<Server port='1'><Connector port="\${PORT}"/></Server>`)).toBe(
    `<Server port="-1"><Connector port="\${PORT}"/></Server>`,
  );
});

const home = process.env.CATALINA_HOME;

test.skipIf(!home)(
  "a War runs on Tomcat, at the root of its address, and writes catalina.out",
  async () => {
    const { plane, settled } = await startWorld({ CATALINA_HOME: home ?? "" });
    const war = zipOf({ "WEB-INF/web.xml": "<web-app/>", "index.html": "<h1>Hello</h1>" });
    const runtime = { family: "tomcat" as const, major: 8, exact: false };
    plane.wish(wishFor(plane.artifact(war, "shop.war", "war"), { release: { runtime, jvmOptions: ["-Xmx128m"] } }));
    const observation = await settled(1, { ms: 19_000 });
    expect(await (await fetch(addressOf(observation))).text()).toBe("<h1>Hello</h1>");
    const log = () => plane.linesOf(observation.replicas[0]?.id ?? "", "catalina.out").join("\n");
    await until(() => log().includes("Server startup in"), "catalina.out");
  },
  30_000,
);
