import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { LogLevel } from "../generated/graphql.ts";

const colours: Record<LogLevel, string> = { info: "inherit", warning: "var(--warning)", error: "var(--bad)" };

export type LogLine = { cursor: string; at: string; level: LogLevel; message: string; step?: string };

/** The log of a long operation; what comes last is in sight. */
export function LogLines({ lines, label }: { lines: LogLine[]; label: string }) {
  const { t, i18n } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [lines.length]);
  return (
    <div ref={box} className="mono task-log" role="log" aria-label={label} tabIndex={0}>
      <ol className="plain">
        {lines.map(({ cursor, at, level, message, step }) => (
          <li key={cursor} style={{ color: colours[level] }}>
            <time className="quiet" dateTime={at}>
              {new Date(at).toLocaleTimeString(i18n.language, { hour12: false })}
            </time>{" "}
            {step && <span className="quiet">{step} </span>}
            {level !== "info" && <strong>{t(`layout.level.${level}`)} </strong>}
            <span lang="en">{message}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
