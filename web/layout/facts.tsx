import type { ReactNode } from "react";

export type Fact = [label: string, value: ReactNode];

/** What is known of a thing, each under its name; what is not known is a dash. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value === null || value === undefined || value === false || value === "" ? "–" : value}</dd>
        </div>
      ))}
    </dl>
  );
}
