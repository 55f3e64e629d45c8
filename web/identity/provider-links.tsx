import { Button } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Provider, providers } from "../api/session.ts";

/** The sign-in services that the operator set up; each leads there and back. */
export function ProviderLinks({ next }: { next: string }) {
  const { t } = useTranslation();
  const [offered, setOffered] = useState<Provider[]>([]);
  useEffect(() => void providers().then(setOffered), []);
  return offered.map(({ id, name, account }) => (
    <Button
      key={id}
      block
      size="large"
      className="other-way"
      href={`/v1/sign-in/openid/${id}?${new URLSearchParams({ next })}`}
    >
      {t("identity.signIn.provider", { name, account })}
    </Button>
  ));
}
