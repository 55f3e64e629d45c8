import { isDict, type Dict } from "../protocol/canonical.ts";

const storable = (text: string) => text !== "" && text.length <= 64 && !text.includes("\u0000");

/** The project that an event names at `data.project.projectId`, or the event that a lifecycle event is about; null when none. */
export function projectOf(event: Dict): string | null {
  const data = isDict(event.data) ? event.data : {};
  if (isDict(data.project)) {
    const { projectId } = data.project;
    return typeof projectId === "string" && storable(projectId) ? projectId : null;
  }
  return String(event.name).startsWith("inngest/function.") && isDict(data.event) ? projectOf(data.event) : null;
}
