/** At most one call in a while, and always one after the last. */
export function settle(work: () => void, pause: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      work();
    }, pause);
  };
  return { run, stop: () => clearTimeout(timer) };
}
