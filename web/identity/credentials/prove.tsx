import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

export type Proof = { password?: string; code?: string };

/** That it is still the same person: the password once more, or a code (IAM-23). */
export function Prove() {
  const { t } = useTranslation();
  const [by, setBy] = useState<keyof Proof>("password");
  const label = t(`identity.${by}`);
  const rules = [{ required: true, message: t("layout.required", { label }) }];
  return (
    <>
      <Form.Item
        key={by}
        name={by}
        label={label}
        preserve={false}
        rules={rules}
        extra={
          <Button
            type="link"
            size="small"
            style={{ padding: 0 }}
            onClick={() => setBy(by === "password" ? "code" : "password")}
          >
            {by === "password" ? t("credentials.useCode") : t("credentials.usePassword")}
          </Button>
        }
      >
        {by === "password" ? (
          <Input.Password autoComplete="current-password" maxLength={256} />
        ) : (
          <Input autoComplete="one-time-code" maxLength={32} />
        )}
      </Form.Item>
    </>
  );
}
