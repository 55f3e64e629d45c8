import { useTranslation } from "react-i18next";
import { CopyText } from "../layout/copy-text.tsx";

type Props = {
  label: string;
  /** Lines of each framework's own file. */
  settings: { framework: string; file: string; lines: string[] }[];
};

/** What services must be told, and where each framework takes it from. */
export function FrameworkSettings({ label, settings }: Props) {
  const { t } = useTranslation();
  return (
    <table className="plain-table" aria-label={label}>
      <thead>
        <tr>
          <th>{t("engines.catalogue.framework")}</th>
          <th>{t("engines.project.file")}</th>
          <th>{t("engines.project.setting")}</th>
        </tr>
      </thead>
      <tbody>
        {settings.map(({ framework, file, lines }) => (
          <tr key={framework}>
            <td>{framework}</td>
            <td className="mono">{file}</td>
            <td>
              {lines.map((line) => (
                <div key={line}>
                  <CopyText text={line} />
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
