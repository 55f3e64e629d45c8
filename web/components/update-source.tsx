import { Button, Card, Checkbox, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../api/ask.ts";
import type { Problem } from "../api/problem.ts";
import { useVersionRules } from "../deployments/version.ts";
import { graphql } from "../generated/gql.ts";
import type { ComponentSourceKind } from "../generated/graphql.ts";
import { type Outcome, Outcomes } from "../layout/outcomes.tsx";
import { ProblemNotice } from "../layout/problem-notice.tsx";
import { packageKindAmong, useComponentOptions } from "./options.ts";
import { PackageChoice } from "./package-choice.tsx";

const Upgrade = graphql(/* GraphQL */ `
  mutation UpgradeComponents($input: UpgradeComponentsInput!) {
    upgradeComponents(input: $input) {
      id
      done
      code
      message
    }
  }
`);

type One = {
  id: string;
  name: string;
  runtime: string;
  source: { kind: ComponentSourceKind; package?: { id: string } | null };
  instances: { version: string; environment: { id: string; name: string } }[];
};
type Given = { changes: { packageId: string; version: string; environmentIds?: string[] }[] };

const nextVersion = (version: string) => version.replace(/\d+$/, (last) => String(Number(last) + 1));

/** A new package, the version after the upgrade, and which environments to upgrade to it; for one component or several (CMP-26, CMP-27). */
export function UpdateSource({ components, close }: { components: One[]; close: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const [upgrade, busy] = useCommand(Upgrade);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [outcomes, setOutcomes] = useState<Outcome[] | null>(null);
  const { data: options } = useComponentOptions();
  const [rows] = useState(components.filter(({ source }) => source.kind !== "image"));
  const versionRules = useVersionRules();
  const submit = async ({ changes }: Given) => {
    const done = await upgrade({
      input: {
        upgrades: changes.map((change, i) => ({
          componentId: rows[i]!.id,
          packageId: change.packageId,
          version: change.version,
          environmentIds: change.environmentIds ?? [],
        })),
      },
    });
    if (done.problem) return setProblem(done.problem);
    if (done.data.upgradeComponents.every((one) => one.done)) return close();
    setOutcomes(done.data.upgradeComponents);
  };
  return (
    <Modal
      open
      width={720}
      title={t("components.updateSource")}
      onCancel={close}
      cancelText={t("layout.cancel")}
      footer={outcomes ? <Button onClick={close}>{t("layout.close")}</Button> : undefined}
      onOk={form.submit}
      okText={t("components.updateSource")}
      okButtonProps={{ loading: busy, disabled: rows.length === 0 }}
    >
      {rows.length < components.length && <p className="quiet">{t("components.noSourceHere")}</p>}
      {problem && <ProblemNotice problem={problem} />}
      {outcomes ? (
        <Outcomes
          outcomes={outcomes}
          nameOf={(id, i) => rows.find((one) => one.id === id)?.name ?? rows[i]?.name ?? id}
        />
      ) : (
        <Form form={form} layout="vertical" onFinish={(given) => void submit(given)}>
          <div className="stack">
            {rows.map((row, i) => {
              const runtime = options?.runtimes.find(({ id }) => id === row.runtime);
              const format = packageKindAmong([row.source.kind, runtime?.packageKind ?? ""]) ?? "zip";
              return (
                <Card key={row.id} size="small" title={row.name}>
                  <Form.Item
                    name={["changes", i, "packageId"]}
                    label={t("components.package.title")}
                    initialValue={row.source.package?.id}
                    rules={[
                      { required: true, message: t("layout.required", { label: t("components.package.title") }) },
                    ]}
                  >
                    <PackageChoice format={format} runtime={runtime} />
                  </Form.Item>
                  <Form.Item
                    name={["changes", i, "version"]}
                    label={t("components.versionAfter")}
                    initialValue={nextVersion(row.instances[0]?.version ?? "1.0.0")}
                    rules={versionRules}
                    extra={t("deployments.versionHelp")}
                  >
                    <Input style={{ maxWidth: 180 }} />
                  </Form.Item>
                  {row.instances.length > 0 && (
                    <Form.Item
                      name={["changes", i, "environmentIds"]}
                      label={t("components.environmentsToUpgrade")}
                      initialValue={[]}
                    >
                      <Checkbox.Group
                        options={row.instances.map(({ environment, version }) => ({
                          value: environment.id,
                          label: `${environment.name} (${version})`,
                        }))}
                      />
                    </Form.Item>
                  )}
                </Card>
              );
            })}
          </div>
        </Form>
      )}
    </Modal>
  );
}
