import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icons.tsx";

/** A text with a button that copies it; says so when it has. */
export function CopyText({ text, children }: { text: string; children?: React.ReactNode }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <span className="state">
      {children ?? <span className="mono">{text}</span>}
      <Button
        type="text"
        size="small"
        onClick={() => void copy()}
        icon={<Icon name={copied ? "running" : "copy"} />}
        aria-label={t("layout.copy", { text })}
        title={copied ? t("layout.copied") : t("layout.copy", { text })}
      />
      <span role="status" style={{ position: "absolute", left: -9999 }}>
        {copied ? t("layout.copied") : ""}
      </span>
    </span>
  );
}
