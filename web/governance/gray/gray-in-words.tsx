import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { operators, type Spec } from "./spec.ts";

/** What a rule says, in one line. */
export function GrayInWords({ spec }: { spec: Spec }) {
  const { t } = useTranslation();
  if (spec.by === "weight")
    return (
      <span className="row" style={{ gap: 4 }}>
        {spec.weights?.map(({ version, weight }) => (
          <Tag key={version}>
            {version} · {weight}%
          </Tag>
        ))}
      </span>
    );
  if (spec.by === "lane") return <span className="mono">x-lane: {spec.lane}</span>;
  const joined = ` ${t(`governance.gray.joins.${spec.join ?? "and"}`)} `;
  return (
    <>
      <span className="mono">
        {spec.conditions
          ?.map(({ parameter, operator, value }) => `${parameter} ${operators[operator]} ${value}`)
          .join(joined)}
      </span>
      {" → "}
      {spec.versions?.map((version) => (
        <Tag key={version}>{version}</Tag>
      ))}
    </>
  );
}
