const key = "flyloft.project";

/** The project that the viewer chose; without a choice the server takes the account's first. */
export const chosenProject = (): string | null => localStorage.getItem(key);
export const projectHeader = (): Record<string, string> => {
  const id = chosenProject();
  return id ? { "x-project-id": id } : {};
};

/** Everything on the page belongs to the former project, so it is loaded anew. */
export function chooseProject(id: string): void {
  localStorage.setItem(key, id);
  location.assign("/");
}
