import { useTranslation } from "react-i18next";

type Document = { text: string; truncated: boolean };

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** A document of a run, set so that it can be read. */
export function JobText({ document, label }: { document: Document | null | undefined; label: string }) {
  const { t } = useTranslation();
  if (!document) return <span className="quiet">{t("layout.none")}</span>;
  return (
    <>
      <pre className="mono document" tabIndex={0} aria-label={label}>
        {document.truncated ? document.text : pretty(document.text)}
      </pre>
      {document.truncated && <p className="quiet">{t("jobs.truncated")}</p>}
    </>
  );
}
