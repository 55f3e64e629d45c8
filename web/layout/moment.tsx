import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";

const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all moments on the page; it stands still when none is shown. */
function listen(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const one of listeners) one();
  }, 15_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

const units = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

function inWords(at: number, from: number, language: string): string {
  const seconds = Math.round((at - from) / 1000);
  const words = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const unit = units.find(([, length]) => Math.abs(seconds) >= length);
  return unit
    ? words.format(Math.round(seconds / unit[1]), unit[0])
    : words.format(Math.abs(seconds) < 10 ? 0 : seconds, "second");
}

export const exactly = (at: string, language: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium" }).format(new Date(at));

/** What a box for date and time holds, in the user's timezone, as an instant; null when it is empty. */
export const instantOf = (local: string): string | null => (local ? new Date(local).toISOString() : null);

/** How long ago; exactly when, in the user's timezone, on hover. Only `ahead` may lie in the future: clocks differ. */
export function Moment({ at, ahead = false }: { at: string; ahead?: boolean }) {
  const { i18n } = useTranslation();
  const clock = useSyncExternalStore(listen, () => now);
  const from = ahead ? clock : Math.max(clock, Date.parse(at));
  return (
    <time dateTime={at} title={exactly(at, i18n.language)}>
      {inWords(Date.parse(at), from, i18n.language)}
    </time>
  );
}
