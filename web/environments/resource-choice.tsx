import { Checkbox, Empty } from "antd";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAsk } from "../api/ask.ts";
import { graphql } from "../generated/gql.ts";
import type { ResourceKind } from "../generated/graphql.ts";
import { Answered } from "../layout/panel.tsx";
import { baseKinds, optionalKinds } from "./resource-kinds.ts";

const OfVpc = graphql(/* GraphQL */ `
  query ResourcesOfVpc($vpcId: ID!) {
    resources(first: 200, vpcId: $vpcId) {
      nodes {
        id
        name
        kind
        selectionRefusal
        attributes {
          address
          engine
          host
        }
      }
    }
  }
`);

type Props = { vpcId: string; value?: string[]; onChange?: (ids: string[]) => void; id?: string };

/** Only what lies in the VPC is offered; what cannot be taken now says why (ENV-02, ENV-09). */
export function ResourceChoice({ vpcId, value = [], onChange, id }: Props) {
  const { t } = useTranslation();
  const asked = useAsk(OfVpc, { vpcId });
  const set = (resourceId: string, chosen: boolean) =>
    onChange?.(chosen ? [...value, resourceId] : value.filter((one) => one !== resourceId));
  return (
    <div id={id}>
      <Answered asked={asked}>
        {({ resources }) => {
          const group = (kinds: readonly ResourceKind[]) => resources.nodes.filter(({ kind }) => kinds.includes(kind));
          const list = (rows: typeof resources.nodes, none: string) =>
            rows.length === 0 ? (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={<Link to="/infrastructure">{none}</Link>} />
            ) : (
              <ul className="plain stack" style={{ gap: 6 }}>
                {rows.map((row) => (
                  <li key={row.id}>
                    <Checkbox
                      checked={value.includes(row.id)}
                      disabled={row.selectionRefusal !== null && !value.includes(row.id)}
                      onChange={(event) => set(row.id, event.target.checked)}
                    >
                      {row.name}{" "}
                      <span className="quiet">
                        {t(`environments.kind.${row.kind}`)} {row.attributes.address ?? row.attributes.host ?? ""}
                      </span>
                    </Checkbox>
                    {row.selectionRefusal && (
                      <div className="quiet" style={{ paddingLeft: 24 }}>
                        {row.selectionRefusal}
                      </div>
                    )}
                  </li>
                ))}
              </ul>
            );
          return (
            <div className="facts" style={{ alignItems: "start" }}>
              <fieldset className="group">
                <legend>{t("environments.base")}</legend>
                {list(group(baseKinds), t("environments.noBase"))}
              </fieldset>
              <fieldset className="group">
                <legend>{t("environments.optional")}</legend>
                {list(group(optionalKinds), t("environments.noOptional"))}
              </fieldset>
            </div>
          );
        }}
      </Answered>
    </div>
  );
}
