import { Alert, Button, Card, Form, Input } from "antd";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk, useCommand } from "../api/ask.ts";
import type { Problem } from "../api/problem.ts";
import { packageKindAmong, useComponentOptions } from "../components/options.ts";
import { PackageChoice } from "../components/package-choice.tsx";
import { graphql } from "../generated/gql.ts";
import type { InstanceToUpgradeQuery } from "../generated/graphql.ts";
import { showAtFields } from "../layout/form-problem.ts";
import { Page } from "../layout/page.tsx";
import { Answered } from "../layout/panel.tsx";
import { PermittedButton } from "../layout/permitted-button.tsx";
import { ProblemNotice } from "../layout/problem-notice.tsx";
import { ReleaseFields, releaseSections } from "./release-fields.tsx";
import { releaseDefaults, type ReleaseGiven, releaseOf, releaseParts } from "./release-given.ts";
import { useVersionRules } from "./version.ts";

const One = graphql(/* GraphQL */ `
  query InstanceToUpgrade($instanceId: ID!) {
    instance(instanceId: $instanceId) {
      id
      name
      version
      revision
      deploySystem
      scaleInWindow
      maxUnavailable {
        value
        percent
      }
      application {
        id
        name
      }
      component {
        id
        name
        runtime
        source {
          kind
        }
      }
      environment {
        id
        name
      }
      revisions {
        number
        settings
      }
      viewerCan {
        upgradeInstance {
          allowed
          reason
        }
      }
    }
  }
`);
const Upgrade = graphql(/* GraphQL */ `
  mutation UpgradeInstance($input: UpgradeInstanceInput!) {
    upgradeInstance(input: $input) {
      id
      version
    }
  }
`);
type Found = InstanceToUpgradeQuery["instance"];

/** Package, version and every configuration of a running version, deployed again (OPS-03). */
export default function UpgradePage() {
  const { t } = useTranslation();
  const { instanceId } = useParams({ strict: false }) as { instanceId: string };
  const asked = useAsk(One, { instanceId });
  const found = asked.data?.instance;
  const trail = [
    { text: t("layout.menu.applications"), to: "/applications" },
    { text: found?.application.name ?? "…", to: found && `/applications/${found.application.id}` },
    { text: found?.component.name ?? "…", to: `/instances/${instanceId}` },
  ];
  return (
    <Page
      title={t("operations.upgrade")}
      trail={trail}
      about={
        found &&
        t("deployments.upgradeAbout", {
          component: found.component.name,
          environment: found.environment.name,
          version: found.version,
        })
      }
    >
      <Answered asked={asked}>{({ instance }) => <UpgradeForm key={instance.id} found={instance} />}</Answered>
    </Page>
  );
}

function UpgradeForm({ found }: { found: Found }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<ReleaseGiven>();
  const [open, setOpen] = useState<string[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [upgrade, busy] = useCommand(Upgrade);
  const { data: options } = useComponentOptions();
  const runtime = options?.runtimes.find(({ id }) => id === found.component.runtime);
  const version = Form.useWatch("version", form) ?? found.version;
  const versionRules = useVersionRules();
  const now = found.revisions.find(({ number }) => number === found.revision)?.settings ?? {};
  const submit = async () => {
    const ok = await form.validateFields().then(
      () => true,
      () => false,
    );
    if (!ok) return setOpen(releaseSections);
    const parts = releaseParts(form.getFieldsValue(true) as ReleaseGiven, runtime, found.deploySystem);
    const done = await upgrade({ input: { instanceId: found.id, ...parts } });
    if (!done.problem) return void navigate({ to: "/instances/$instanceId", params: { instanceId: found.id } });
    setOpen(releaseSections);
    setProblem(showAtFields(form, done.problem));
  };
  if (!options) return null;
  return (
    <Card style={{ maxWidth: 980 }}>
      <Form<ReleaseGiven>
        form={form}
        layout="vertical"
        preserve
        onValuesChange={() => setProblem(null)}
        initialValues={{
          ...releaseDefaults(runtime),
          ...releaseOf(now),
          scaleInWindow: found.scaleInWindow,
          // By its parts: the answer carries the name of its type too, which no input takes.
          maxUnavailable: { value: found.maxUnavailable.value, percent: found.maxUnavailable.percent },
          version: found.version,
          description: "",
        }}
      >
        {problem && (
          <Form.Item>
            <ProblemNotice problem={problem} />
          </Form.Item>
        )}
        <Form.Item
          name="version"
          label={t("deployments.version")}
          rules={versionRules}
          extra={t("deployments.versionHelp")}
        >
          <Input style={{ width: 180 }} />
        </Form.Item>
        {version === found.version && (
          <Alert type="warning" showIcon title={t("deployments.sameVersion")} style={{ marginBottom: 16 }} />
        )}
        <Form.Item name="description" label={t("deployments.whatIsNew")}>
          <Input.TextArea rows={2} maxLength={256} showCount />
        </Form.Item>
        {found.component.source.kind !== "image" && (
          <Form.Item
            name="packageId"
            label={t("components.package.title")}
            rules={[{ required: true, message: t("layout.required", { label: t("components.package.title") }) }]}
          >
            <PackageChoice format={packageKindAmong([runtime?.packageKind ?? ""]) ?? "zip"} runtime={runtime} />
          </Form.Item>
        )}
        <Form.Item label={t("deployments.advanced")}>
          <ReleaseFields form={form} runtime={runtime} system={found.deploySystem} open={open} setOpen={setOpen} />
        </Form.Item>
        <div className="wizard-foot">
          <PermittedButton
            can={found.viewerCan.upgradeInstance}
            type="primary"
            loading={busy}
            onClick={() => void submit()}
          >
            {t("deployments.redeploy")}
          </PermittedButton>
          <Button onClick={() => void navigate({ to: "/instances/$instanceId", params: { instanceId: found.id } })}>
            {t("layout.cancel")}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
