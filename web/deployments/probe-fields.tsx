import { Form, type FormInstance, Input, InputNumber, Segmented, Select, Switch } from "antd";
import { useTranslation } from "react-i18next";

const times = [
  ["delay", 0, 3600],
  ["timeout", 1, 300],
  ["period", 1, 300],
] as const;
const counts = [
  ["successThreshold", 1, 100],
  ["failureThreshold", 1, 100],
] as const;

/** A health check by HTTP, TCP or command (OPS-47 to OPS-51). */
export function ProbeFields({ form, name }: { form: FormInstance; name: "liveness" | "readiness" }) {
  const { t } = useTranslation();
  const on = Form.useWatch<boolean | undefined>([name, "on"], { form, preserve: true });
  const kind = Form.useWatch<string | undefined>([name, "check", "kind"], { form, preserve: true });
  const port = (
    <Form.Item
      name={[name, "check", "port"]}
      label={t("deployments.probe.port")}
      extra={t("deployments.probe.portHelp")}
    >
      <InputNumber min={1} max={65535} precision={0} />
    </Form.Item>
  );
  const required = (label: string) => [{ required: true, message: t("layout.required", { label }) }];
  return (
    <fieldset className="probe">
      <Form.Item
        name={[name, "on"]}
        valuePropName="checked"
        label={t(`deployments.probe.${name}`)}
        extra={t(`deployments.probe.${name}Help`)}
        style={{ marginBottom: on ? 16 : 0 }}
      >
        <Switch />
      </Form.Item>
      {on && (
        <>
          <Form.Item name={[name, "check", "kind"]} label={t("deployments.probe.kind")}>
            <Segmented
              options={[
                { value: "http", label: "HTTP" },
                { value: "tcp", label: "TCP" },
                { value: "command", label: t("deployments.probe.command") },
              ]}
            />
          </Form.Item>
          <div className="row" style={{ alignItems: "flex-start" }}>
            {kind === "http" && (
              <>
                <Form.Item name={[name, "check", "scheme"]} label={t("deployments.probe.scheme")}>
                  <Select
                    options={[
                      { value: "http", label: "HTTP" },
                      { value: "https", label: "HTTPS" },
                    ]}
                    style={{ width: 100 }}
                  />
                </Form.Item>
                <Form.Item
                  name={[name, "check", "path"]}
                  label={t("deployments.probe.path")}
                  rules={[
                    ...required(t("deployments.probe.path")),
                    { pattern: /^\//, message: t("deployments.probe.pathHelp") },
                  ]}
                >
                  <Input className="mono" placeholder="/health" />
                </Form.Item>
                {port}
                <Form.Item
                  name={[name, "check", "host"]}
                  label={t("deployments.probe.host")}
                  extra={t("deployments.probe.hostHelp")}
                >
                  <Input />
                </Form.Item>
              </>
            )}
            {kind === "tcp" && port}
            {kind === "command" && (
              <Form.Item
                name={[name, "check", "command"]}
                label={t("deployments.probe.command")}
                rules={required(t("deployments.probe.command"))}
                style={{ flex: 1 }}
              >
                <Input className="mono" placeholder="sh /data/scripts/health_check.sh" />
              </Form.Item>
            )}
          </div>
          <div className="row" style={{ alignItems: "flex-start" }}>
            {times.map(([field, min, max]) => (
              <Form.Item
                key={field}
                name={[name, field]}
                label={t(`deployments.probe.${field}`)}
                rules={required(t(`deployments.probe.${field}`))}
              >
                <InputNumber min={min} max={max} precision={0} suffix={t("layout.seconds")} />
              </Form.Item>
            ))}
            {counts.map(([field, min, max]) => (
              <Form.Item
                key={field}
                name={[name, field]}
                label={t(`deployments.probe.${field}`)}
                rules={required(t(`deployments.probe.${field}`))}
              >
                <InputNumber min={min} max={max} precision={0} />
              </Form.Item>
            ))}
          </div>
        </>
      )}
    </fieldset>
  );
}
