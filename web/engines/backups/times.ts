import { useTranslation } from "react-i18next";

/** 1 is Monday, 7 is Sunday. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7];
export const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** The first of January 2024 was a Monday. */
export const weekdayName = (day: number, language: string) =>
  new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }).format(Date.UTC(2024, 0, day));

/** A full hour of UTC, and what the clock of the viewer shows then. */
export function useHourName(): (hour: number) => string {
  const { t, i18n } = useTranslation();
  const today = new Date();
  return (hour) =>
    t("engines.backups.policy.hour", {
      utc: `${String(hour).padStart(2, "0")}:00`,
      here: new Intl.DateTimeFormat(i18n.language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
        new Date(today).setUTCHours(hour, 0, 0, 0),
      ),
    });
}
