import { Button, Card, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../api/ask.ts";
import type { Problem } from "../api/problem.ts";
import { packageKindAmong, useComponentOptions } from "../components/options.ts";
import { PackageChoice } from "../components/package-choice.tsx";
import { graphql } from "../generated/gql.ts";
import { type Outcome, Outcomes } from "../layout/outcomes.tsx";
import { ProblemNotice } from "../layout/problem-notice.tsx";
import { useVersionRules } from "./version.ts";

const Upgrade = graphql(/* GraphQL */ `
  mutation UpgradeInstances($input: UpgradeInstancesInput!) {
    upgradeInstances(input: $input) {
      id
      done
      code
      message
    }
  }
`);

type One = { id: string; version: string; component: { name: string; runtime: string } };
type Given = { upgrades: { version: string; packageId?: string }[] };

/** Version and package of each ticked card (CMP-30). */
export function UpgradeSeveral({ instances, close }: { instances: One[]; close: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const [upgrade, busy] = useCommand(Upgrade);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [outcomes, setOutcomes] = useState<Outcome[] | null>(null);
  const [rows] = useState(instances);
  const { data: options } = useComponentOptions();
  const versionRules = useVersionRules();
  const submit = async ({ upgrades }: Given) => {
    const done = await upgrade({
      input: {
        upgrades: upgrades.map(({ version, packageId }, i) => ({
          instanceId: rows[i]!.id,
          version,
          packageId: packageId ?? null,
        })),
      },
    });
    if (done.problem) return setProblem(done.problem);
    if (done.data.upgradeInstances.every((one) => one.done)) return close();
    setOutcomes(done.data.upgradeInstances);
  };
  return (
    <Modal
      open
      width={720}
      title={t("deployments.upgradeSeveral.title")}
      onCancel={close}
      cancelText={t("layout.cancel")}
      footer={outcomes ? <Button onClick={close}>{t("layout.close")}</Button> : undefined}
      onOk={form.submit}
      okText={t("operations.upgrade")}
      okButtonProps={{ loading: busy }}
    >
      {problem && <ProblemNotice problem={problem} />}
      {outcomes ? (
        <Outcomes outcomes={outcomes} nameOf={(id) => rows.find((one) => one.id === id)?.component.name ?? id} />
      ) : (
        <Form form={form} layout="vertical" onFinish={(given) => void submit(given)}>
          <p className="quiet">{t("deployments.upgradeSeveral.help")}</p>
          <div className="stack">
            {rows.map((row, i) => {
              const runtime = options?.runtimes.find(({ id }) => id === row.component.runtime);
              return (
                <Card key={row.id} size="small" title={row.component.name} extra={row.version}>
                  <Form.Item
                    name={["upgrades", i, "version"]}
                    label={t("deployments.version")}
                    initialValue={row.version}
                    rules={versionRules}
                  >
                    <Input style={{ maxWidth: 180 }} />
                  </Form.Item>
                  <Form.Item
                    name={["upgrades", i, "packageId"]}
                    label={t("components.package.title")}
                    extra={t("deployments.samePackage")}
                  >
                    <PackageChoice format={packageKindAmong([runtime?.packageKind ?? ""]) ?? "zip"} />
                  </Form.Item>
                </Card>
              );
            })}
          </div>
        </Form>
      )}
    </Modal>
  );
}
