export const lineChanges = ["same", "added", "removed"] as const;
export type DifferentLine = { change: (typeof lineChanges)[number]; text: string };

/** Cells of the table that compares what is left between equal beginnings and ends. */
const mostCells = 4_000_000;

/** What must be removed from and added to one text to make the other, line by line. */
export function lineDifference(before: string, after: string): DifferentLine[] {
  const old = before.split("\n");
  const fresh = after.split("\n");
  let begin = 0;
  while (begin < old.length && begin < fresh.length && old[begin] === fresh[begin]) begin++;
  let end = 0;
  while (end < Math.min(old.length, fresh.length) - begin && old.at(-1 - end) === fresh.at(-1 - end)) end++;
  const same = (text: string): DifferentLine => ({ change: "same", text });
  return [
    ...old.slice(0, begin).map(same),
    ...between(old.slice(begin, old.length - end), fresh.slice(begin, fresh.length - end)),
    ...old.slice(old.length - end).map(same),
  ];
}

/** By the longest common subsequence; texts that are too long for that are replaced as a whole. */
function between(old: readonly string[], fresh: readonly string[]): DifferentLine[] {
  const removed = (text: string): DifferentLine => ({ change: "removed", text });
  const added = (text: string): DifferentLine => ({ change: "added", text });
  const width = fresh.length + 1;
  if (width * (old.length + 1) > mostCells) return [...old.map(removed), ...fresh.map(added)];
  const common = new Uint32Array(width * (old.length + 1));
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = fresh.length - 1; j >= 0; j--)
      common[i * width + j] =
        old[i] === fresh[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  const lines: DifferentLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      lines.push({ change: "same", text: old[i++]! });
      j++;
    } else if (j === fresh.length || (i < old.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!))
      lines.push(removed(old[i++]!));
    else lines.push(added(fresh[j++]!));
  }
  return lines;
}
