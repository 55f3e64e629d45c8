import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";

export function LogFields() {
  const { t } = useTranslation();
  return (
    <Form.Item name="logFiles" label={t("deployments.logFiles")} extra={t("deployments.logFilesHelp")}>
      <Select mode="tags" open={false} suffixIcon={null} className="mono" placeholder="logs/*.log" />
    </Form.Item>
  );
}
