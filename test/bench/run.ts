import { deployTime } from "./deploy.ts";
import { executorFigures } from "./executor.ts";
import { identityCosts } from "./identity.ts";
import { startAndRest } from "./memory.ts";
import { mesherFigures } from "./mesher.ts";
import { nestedList } from "./nested-list.ts";
import { registryFigures } from "./registry.ts";

/** All figures of one run: `pnpm bench`, or `pnpm bench nested-list` for one of them. */
const benches = {
  "nested-list": async () => {
    const { rates, ratios } = await nestedList();
    return [
      ...[...rates].map(([name, rate]) => `${name}: ${rate.toFixed(0)} requests/s`),
      `Flyloft / PostGraphile 5: ${ratios.toPostGraphile.toFixed(2)}`,
      `Flyloft / one statement: ${ratios.toOneStatement.toFixed(2)}`,
    ];
  },
  deploy: async () => {
    const { whole, own, beyondOwn } = await deployTime();
    return [
      `From the wish to ready: ${whole.toFixed(2)} s, the sample alone ${own.toFixed(2)} s, beyond that ${beyondOwn.toFixed(2)} s (target 1.5 s)`,
    ];
  },
  rest: async () => {
    const { firstStart, secondStart, idleMegabytes } = await startAndRest();
    return [
      `First start to the answering sample, packages installed: ${firstStart.toFixed(1)} s; second start: ${secondStart.toFixed(1)} s (target 8 s)`,
      `Idle memory of the whole stack: ${idleMegabytes.toFixed(0)} MB (target 512 MB)`,
    ];
  },
  executor: executorFigures,
  mesher: mesherFigures,
  registry: registryFigures,
  identity: async () => {
    const { costs, withoutProofMs, signInMs } = await identityCosts();
    const ms = (value: number) => `${value.toFixed(2)} ms`;
    return [
      ...Object.entries(costs).map(
        ([by, { cachedMs, coldMs, statements, overHttpMs }]) =>
          `Known by ${by}: ${ms(cachedMs)} (cold ${ms(coldMs)}, ${statements} statement), a whole request ${ms(overHttpMs)}`,
      ),
      `A request that proves nothing: ${ms(withoutProofMs)}; a sign-in: ${ms(signInMs)}`,
    ];
  },
};

const chosen = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`\n${name}`);
  for (const line of await bench()) console.log(`  ${line}`);
}
process.exit(0);
