import { Checkbox, Form, type FormInstance, InputNumber, Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { ChoiceCards } from "../layout/choice-cards.tsx";

/** Start command, port, upgrade strategy and how long things may take (OPS-26, OPS-27, OPS-40, OPS-41). */
export function DeployFields({ form, system }: { form: FormInstance; system: "container" | "vm" }) {
  const { t } = useTranslation();
  const listens = Form.useWatch<boolean | undefined>("listens", { form, preserve: true });
  const percent = Form.useWatch<boolean | undefined>(["maxUnavailable", "percent"], { form, preserve: true });
  const strategy = Form.useWatch<string | undefined>("strategy", { form, preserve: true });
  const words = <Select mode="tags" open={false} suffixIcon={null} className="mono" tokenSeparators={["\n"]} />;
  return (
    <>
      {system === "container" && (
        <>
          <Form.Item
            name="command"
            label={t("deployments.command")}
            extra={t("deployments.commandHelp", { open: "${", close: "}" })}
          >
            {words}
          </Form.Item>
          <Form.Item
            name="arguments"
            label={t("deployments.arguments")}
            extra={t("deployments.argumentsHelp", { open: "${", close: "}" })}
          >
            {words}
          </Form.Item>
        </>
      )}
      <div className="row" style={{ alignItems: "flex-start" }}>
        <Form.Item
          name="listens"
          label={t("deployments.listens")}
          valuePropName="checked"
          extra={t("deployments.listensHelp")}
        >
          <Switch />
        </Form.Item>
        {listens && (
          <Form.Item name="port" label={t("deployments.port")} extra={t("deployments.portHelp")}>
            <InputNumber min={1} max={65535} precision={0} />
          </Form.Item>
        )}
      </div>
      {system === "container" && (
        <>
          <Form.Item name="strategy" label={t("deployments.strategy.title")}>
            <ChoiceCards
              label={t("deployments.strategy.title")}
              choices={[
                {
                  value: "rolling",
                  title: t("deployments.strategy.rolling"),
                  about: t("deployments.strategy.rollingAbout"),
                },
                {
                  value: "replace",
                  title: t("deployments.strategy.replace"),
                  about: t("deployments.strategy.replaceAbout"),
                },
              ]}
            />
          </Form.Item>
          {strategy === "rolling" && (
            <Form.Item label={t("deployments.maxUnavailable")}>
              <span className="row">
                <Form.Item name={["maxUnavailable", "value"]} noStyle>
                  <InputNumber
                    min={0}
                    max={percent ? 100 : 1000}
                    precision={0}
                    aria-label={t("deployments.maxUnavailable")}
                    suffix={percent ? "%" : undefined}
                  />
                </Form.Item>
                <Form.Item name={["maxUnavailable", "percent"]} valuePropName="checked" noStyle>
                  <Checkbox>{t("deployments.percent")}</Checkbox>
                </Form.Item>
              </span>
            </Form.Item>
          )}
        </>
      )}
      <div className="row" style={{ alignItems: "flex-start" }}>
        <Form.Item
          name="scaleInWindow"
          label={t("deployments.scaleInWindow")}
          extra={t("deployments.scaleInWindowHelp")}
        >
          <InputNumber min={0} max={9999} precision={0} suffix={t("layout.seconds")} />
        </Form.Item>
        <Form.Item name="deadline" label={t("deployments.deadline")} extra={t("deployments.deadlineHelp")}>
          <InputNumber min={5} max={3600} precision={0} suffix={t("layout.seconds")} />
        </Form.Item>
      </div>
    </>
  );
}
