/** SVC-17: `*` is any run of characters, `?` exactly one. Takes time in proportion to the text, whatever the pattern. */
export function like(text: string, pattern: string): boolean {
  let [at, wanted] = [0, 0];
  let [star, resume] = [-1, 0];
  while (at < text.length) {
    if (pattern[wanted] === "*") {
      star = wanted++;
      resume = at;
    } else if (wanted < pattern.length && (pattern[wanted] === "?" || pattern[wanted] === text[at])) {
      at++;
      wanted++;
    } else if (star >= 0) {
      wanted = star + 1;
      at = ++resume;
    } else return false;
  }
  while (pattern[wanted] === "*") wanted++;
  return wanted === pattern.length;
}
