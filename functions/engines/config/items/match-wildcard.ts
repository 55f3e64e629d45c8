/** Whether a text is what a pattern with `*` for anything says, in a time that no pattern can stretch. */
export function matchWildcard(pattern: string, text: string): boolean {
  let at = 0;
  let star = -1;
  let resumeAt = 0;
  let here = 0;
  while (here < text.length) {
    if (pattern[at] === "*") {
      star = at++;
      resumeAt = here;
    } else if (pattern[at] === text[here]) {
      at++;
      here++;
    } else if (star >= 0) {
      at = star + 1;
      here = ++resumeAt;
    } else return false;
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}
