import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";

/** A password that is chosen now: typed twice, since nobody sees it. */
export function NewPassword({ name, label }: { name: string; label: string }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name={name}
        label={label}
        extra={t("access.passwordHelp")}
        rules={[
          { required: true, message: t("layout.required", { label }) },
          { min: 10, message: t("access.passwordShort") },
        ]}
      >
        <Input.Password maxLength={256} autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeated"
        label={t("access.passwordAgain")}
        dependencies={[name]}
        rules={[
          { required: true, message: t("layout.required", { label: t("access.passwordAgain") }) },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              !value || value === getFieldValue(name)
                ? Promise.resolve()
                : Promise.reject(new Error(t("access.passwordDiffers"))),
          }),
        ]}
      >
        <Input.Password maxLength={256} autoComplete="new-password" />
      </Form.Item>
    </>
  );
}
