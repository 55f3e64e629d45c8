const mebibyte = 1024 ** 2;
const largestWhole = 64 * mebibyte;
const smallestPart = 16 * mebibyte;
const largestPart = 64 * mebibyte;
const wantedParts = 100;

/** Bytes of each part but the last; null when the file goes up in one piece. Depends on the size alone. */
export function partSizeOf(size: number): number | null {
  if (size <= largestWhole) return null;
  const even = Math.ceil(size / wantedParts / mebibyte) * mebibyte;
  return Math.min(largestPart, Math.max(smallestPart, even));
}

export const partsOf = (size: number): number => Math.ceil(size / (partSizeOf(size) ?? size));
