import { useTranslation } from "react-i18next";
import { exactly } from "../layout/moment.tsx";

/** What the engine says a run waits for, and how it is told in the viewer's language. */
const shapes: [RegExp, string][] = [
  [/^unreachable: the app has not answered since (?<at>\S+)$/, "unreachable"],
  [/^executing step (?<step>.+), attempt (?<attempt>\d+)$/, "step"],
  [/^executing the function, attempt (?<attempt>\d+)$/, "executing"],
  [/^queued behind concurrency key (?<key>.+)$/, "behind"],
  [/^queued: (?<ahead>\d+) calls go first$/, "queued"],
  [/^attempt (?<attempt>\d+) is due at (?<at>\S+)$/, "due"],
  [/^waiting for event (?<name>.+) until (?<at>\S+)$/, "event"],
  [/^waiting for function (?<name>.+) until (?<at>\S+)$/, "invoked"],
  [/^sleeping until (?<at>\S+)$/, "sleeping"],
  [/^nothing is planned for this run$/, "nothing"],
];

export function useWhy(): (why: string) => string {
  const { t, i18n } = useTranslation();
  return (why) => {
    for (const [shape, key] of shapes) {
      const found = shape.exec(why);
      if (!found) continue;
      const at = found.groups?.["at"];
      return t(`jobs.because.${key}`, { ...found.groups, ...(at && { at: exactly(at, i18n.language) }) });
    }
    return why;
  };
}
