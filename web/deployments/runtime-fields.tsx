import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { RuntimeOption } from "../components/options.ts";

const sampleServerXml = `<?xml version="1.0" encoding="UTF-8"?>
<Server port="-1">
  <Service name="Catalina">
    <Connector port="\${port.http}" protocol="HTTP/1.1" connectionTimeout="20000" />
    <Engine name="Catalina" defaultHost="localhost">
      <Host name="localhost" appBase="webapps" unpackWARs="true" autoDeploy="false" />
    </Engine>
  </Service>
</Server>
`;

/** JVM parameters (ADV-18) and Tomcat's configuration (ADV-19), for the runtimes that have them. */
export function RuntimeFields({ runtime }: { runtime: RuntimeOption | undefined }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  return (
    <>
      {runtime?.hasJvm && (
        <Form.Item name="jvmOptions" label={t("deployments.jvm")} extra={t("deployments.jvmHelp")}>
          <Input className="mono" placeholder="-Xms256m -Xmx1024m" maxLength={4096} />
        </Form.Item>
      )}
      {runtime?.hasServerXml && (
        <Form.Item
          label={t("deployments.tomcat")}
          extra={
            <Button
              type="link"
              size="small"
              style={{ padding: 0 }}
              onClick={() => form.setFieldValue("serverXml", sampleServerXml)}
            >
              {t("deployments.tomcatSample")}
            </Button>
          }
        >
          <Form.Item name="serverXml" noStyle>
            <Input.TextArea rows={6} className="mono" aria-label={t("deployments.tomcat")} spellCheck={false} />
          </Form.Item>
        </Form.Item>
      )}
    </>
  );
}
