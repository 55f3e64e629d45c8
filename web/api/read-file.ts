import { type Problem, problemOfAnswer, unreachable } from "./problem.ts";
import { projectHeader } from "./project.ts";
import { renewSession } from "./session.ts";

type Read = { file: Blob; problem: null } | { file: null; problem: Problem };

/** A file from the REST door, in the chosen project; a session that has run out is renewed once. */
export async function readFile(path: string, query: Record<string, unknown> = {}): Promise<Read> {
  const address = `${path}?${new URLSearchParams(query as Record<string, string>)}`;
  const ask = () => fetch(address, { headers: projectHeader() });
  try {
    let answer = await ask();
    if (answer.status === 401 && (await renewSession())) answer = await ask();
    if (!answer.ok) return { file: null, problem: problemOfAnswer(await answer.json()) };
    return { file: await answer.blob(), problem: null };
  } catch {
    return { file: null, problem: unreachable };
  }
}
