import { Button, Form, Input, Radio, Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { PageLoading } from "../../layout/page-loading.tsx";
import { UserChoice } from "../users/user-choice.tsx";
import { useViewer } from "../viewer.ts";

type Where = "project" | "thing" | "account";
export type Question = {
  who: "user" | "other";
  userId?: string;
  otherId?: string;
  action: string;
  where: Where;
  projectId?: string;
  resourceId?: string;
  sourceIp?: string;
  at?: string;
  mfa?: boolean;
  tags?: string[];
};

type Props = {
  subject?: string;
  action?: string;
  actions: string[];
  busy: boolean;
  ask: (question: Question) => void;
};

/** Who, what, on what, and under which circumstances. */
export function QuestionForm({ subject, action, actions, busy, ask }: Props) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const required = (label: string) => [{ required: true, message: t("layout.required", { label }) }];
  const isUser = !subject || subject.startsWith("usr_");
  if (!viewer) return <PageLoading />;
  return (
    <Form<Question>
      layout="vertical"
      initialValues={{
        who: isUser ? "user" : "other",
        userId: isUser ? subject : undefined,
        otherId: isUser ? undefined : subject,
        action,
        where: "project",
        projectId: viewer.projectId,
      }}
      onFinish={ask}
    >
      <Form.Item name="who" label={t("access.explain.who")}>
        <Radio.Group
          options={[
            { value: "user", label: t("access.explain.user") },
            { value: "other", label: t("access.explain.other") },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={["who"]}>
        {({ getFieldValue }) =>
          getFieldValue("who") === "user" ? (
            <Form.Item name="userId" label={t("access.explain.user")} rules={required(t("access.explain.user"))}>
              <UserChoice />
            </Form.Item>
          ) : (
            <Form.Item name="otherId" label={t("access.id")} rules={required(t("access.id"))}>
              <Input autoComplete="off" />
            </Form.Item>
          )
        }
      </Form.Item>
      <Form.Item name="action" label={t("access.explain.action")} rules={required(t("access.explain.action"))}>
        <Select showSearch options={actions.map((value) => ({ value }))} />
      </Form.Item>
      <Form.Item name="where" label={t("access.explain.where")}>
        <Radio.Group
          options={(["project", "thing", "account"] as const).map((value) => ({
            value,
            label: t(`access.explain.on.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={["where"]}>
        {({ getFieldValue }) => {
          const where = getFieldValue("where") as Where;
          return (
            <>
              {where !== "account" && (
                <Form.Item name="projectId" label={t("layout.project")}>
                  <Select options={viewer.projects.map(({ id, name }) => ({ value: id, label: name }))} />
                </Form.Item>
              )}
              {where === "thing" && (
                <Form.Item
                  name="resourceId"
                  label={t("access.explain.thing")}
                  extra={t("access.explain.thingHelp")}
                  rules={required(t("access.explain.thing"))}
                >
                  <Input autoComplete="off" />
                </Form.Item>
              )}
            </>
          );
        }}
      </Form.Item>
      <details className="more">
        <summary>{t("access.explain.circumstances")}</summary>
        <Form.Item name="sourceIp" label={t("access.circumstance.SourceIp")}>
          <Input placeholder="203.0.113.7" />
        </Form.Item>
        <Form.Item name="at" label={t("access.circumstance.CurrentTime")}>
          <Input type="datetime-local" style={{ width: 230 }} />
        </Form.Item>
        <Form.Item name="mfa" label={t("access.circumstance.MfaPresent")} valuePropName="checked">
          <Switch />
        </Form.Item>
        <Form.Item name="tags" label={t("access.circumstance.RequestTag")}>
          <Select mode="tags" open={false} placeholder="team=shop" />
        </Form.Item>
      </details>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t("access.explain.ask")}
      </Button>
    </Form>
  );
}
