import { useTranslation } from "react-i18next";

/** Figures with their units, as people read them; without calls there is nothing to say. */
export function useFigures() {
  const { i18n } = useTranslation();
  const number = (value: number, most = 1) =>
    new Intl.NumberFormat(i18n.language, { maximumFractionDigits: most }).format(value);
  return {
    perSecond: (value: number) => `${number(value, value < 10 ? 2 : 0)}/s`,
    milliseconds: (value: number | null | undefined) => (value == null ? "–" : `${number(value)} ms`),
    percent: (value: number | null | undefined) => (value == null ? "–" : `${number(value * 100, 2)} %`),
    count: (value: number) => number(value, 0),
  };
}
