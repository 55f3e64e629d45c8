import { useTranslation } from "react-i18next";

/** As clients of an engine give them (protocol §1.9). */
type Permission = {
  resources: { type: string; labels?: { environment?: string; appId?: string; serviceName?: string } }[];
  verbs: string[];
};

/** Which kinds of things, narrowed to which, and what may be done with them. */
export function PermissionsInWords({ permissions }: { permissions: unknown }) {
  const { t } = useTranslation();
  return (
    <ul className="plain">
      {(permissions as Permission[]).map(({ resources, verbs }, i) => (
        <li key={i}>
          <span className="mono">
            {resources
              .map(({ type, labels = {} }) => [type, ...Object.values(labels).map((value) => `(${value})`)].join(" "))
              .join(", ")}
          </span>
          {": "}
          {verbs.includes("*") ? t("engines.security.everything") : <span className="mono">{verbs.join(", ")}</span>}
        </li>
      ))}
    </ul>
  );
}
