import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";

const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/];
const isStrong = (text: string) => text.length >= 8 && kinds.every((kind) => kind.test(text));

type Props = { name: string; label: string; help?: string; optional?: boolean };

/** A password as clients of an engine expect it; typed twice, since nobody sees it or is told it again. */
export function AccountPassword({ name, label, help, optional = false }: Props) {
  const { t } = useTranslation();
  const again = t("engines.security.passwordAgain");
  return (
    <>
      <Form.Item
        name={name}
        label={label}
        extra={[help, t("engines.security.passwordHelp")].filter(Boolean).join(" ")}
        rules={[
          { required: !optional, message: t("layout.required", { label }) },
          {
            validator: (_, value?: string) =>
              !value || isStrong(value)
                ? Promise.resolve()
                : Promise.reject(new Error(t("engines.security.passwordHelp"))),
          },
        ]}
      >
        <Input.Password maxLength={64} autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeated"
        label={again}
        dependencies={[name]}
        rules={[
          { required: !optional, message: t("layout.required", { label: again }) },
          ({ getFieldValue }) => ({
            validator: (_, value?: string) =>
              (value ?? "") === (getFieldValue(name) ?? "")
                ? Promise.resolve()
                : Promise.reject(new Error(t("engines.security.passwordDiffers"))),
          }),
        ]}
      >
        <Input.Password maxLength={64} autoComplete="new-password" />
      </Form.Item>
    </>
  );
}
