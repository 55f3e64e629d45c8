const key = "flyloft.project";

/** The project that the viewer chose; without a choice the server takes the first in which something is granted to them. */
export const chosenProject = (): string | null => localStorage.getItem(key);
export const projectHeader = (): Record<string, string> => {
  const id = chosenProject();
  return id ? { "x-project-id": id } : {};
};

/** Whoever signs in next begins where the server says: the choice may be somebody else's, of a project that is not theirs. */
export const forgetProject = () => localStorage.removeItem(key);

/** Everything on the page belongs to the former project, so it is loaded anew. */
export function chooseProject(id: string): void {
  localStorage.setItem(key, id);
  location.assign("/");
}
