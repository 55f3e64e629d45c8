import { type Check, read, runs } from "./check.ts";

/** The committed schema is the one that the code builds. */
export const printedSchema: Check = {
  name: "printed schema",
  async run() {
    const program = 'import { printed } from "./graphql/print.ts"; process.stdout.write(printed)';
    const { code, output } = await runs("node", ["--input-type=module", "--eval", program]);
    if (code !== 0) return [output.trim()];
    return output === read("graphql/schema.graphql")
      ? []
      : ["graphql/schema.graphql is out of date: run node graphql/print.ts and review its diff"];
  },
};
