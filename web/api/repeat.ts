import { useEffect } from "react";

/** Asks again every while, for what no subscription tells; not while nobody looks. */
export function useRepeat(again: () => void, every: number, wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return;
    const timer = setInterval(() => document.hidden || again(), every);
    return () => clearInterval(timer);
  }, [again, every, wanted]);
}
