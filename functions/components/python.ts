import { invalid } from "../kernel/errors.ts";
import type { PythonInput } from "./fields.ts";
import type { PythonEntry } from "./packages/fits.ts";
import type { Runtime } from "./runtimes/index.ts";

/** CMP-21: each but Django needs to be told where its application object is. */
export const pythonFrameworks = [
  { name: "Python3-Django", asksModule: false },
  { name: "Python3-Flask", asksModule: true },
  { name: "Python3-WSGI", asksModule: true },
] as const;

const module = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/;
const variable = /^[A-Za-z_]\w*$/;

/** Refuses what does not go with the runtime or the framework; null where the runtime asks for nothing. */
export function checkPython(runtime: Runtime, given: PythonInput | undefined): PythonEntry | null {
  if (!runtime.asksPythonFramework) {
    if (given) throw invalid("python", `${runtime.label} has no Python framework`);
    return null;
  }
  const names = pythonFrameworks.map(({ name }) => name).join(", ");
  if (!given) throw invalid("python.framework", `Choose a Python framework: ${names}`);
  const framework = pythonFrameworks.find(({ name }) => name === given.framework);
  if (!framework)
    throw invalid("python.framework", `There is no Python framework ${given.framework}: choose one of ${names}`);
  if (!framework.asksModule) {
    if (given.module) throw invalid("python.module", "A Django project has no module name to set");
    if (given.variable) throw invalid("python.variable", "A Django project has no variable name to set");
    return { framework: framework.name, module: null, variable: null };
  }
  const checked = { framework: framework.name, module: given.module ?? "", variable: given.variable ?? "" };
  if (checked.module === "") throw invalid("python.module", "Needed: `server` when the entry file is server.py");
  if (!module.test(checked.module))
    throw invalid("python.module", "A module name is made of Python names, separated by dots");
  if (checked.variable === "")
    throw invalid("python.variable", "Needed: the name of the application object in the module");
  if (!variable.test(checked.variable)) throw invalid("python.variable", "A variable is one Python name");
  return checked;
}
