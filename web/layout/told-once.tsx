import { Alert, Button, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { CopyText } from "./copy-text.tsx";
import { Icon } from "./icons.tsx";
import { saveFile } from "./save-file.ts";

type Secret = { label: string; text: string };
type Props = { title: string; secrets: Secret[]; file?: { name: string; text: string }; close: () => void };

/** Secrets that nobody can ever read again: to be copied or saved now (IAM-23). */
export function ToldOnce({ title, secrets, file, close }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      title={title}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <span className="row" style={{ justifyContent: "flex-end" }}>
          {file && (
            <Button icon={<Icon name="download" />} onClick={() => saveFile(file.name, file.text)}>
              {t("layout.toldOnce.save", { name: file.name })}
            </Button>
          )}
          <Button type="primary" onClick={close}>
            {t("layout.toldOnce.kept")}
          </Button>
        </span>
      }
    >
      <div className="stack">
        <Alert type="warning" showIcon title={t("layout.toldOnce.warning")} />
        <dl className="facts">
          {secrets.map(({ label, text }) => (
            <div key={label} style={{ gridColumn: "1 / -1" }}>
              <dt>{label}</dt>
              <dd>
                <CopyText text={text} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </Modal>
  );
}
