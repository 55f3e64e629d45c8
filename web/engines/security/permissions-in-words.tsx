import { useTranslation } from "react-i18next";
import { type Permission, rowsOf } from "./permissions.ts";

/** Which sorts of things, narrowed to which, and what may be done with them. */
export function PermissionsInWords({ permissions }: { permissions: Permission[] }) {
  const { t } = useTranslation();
  return (
    <ul className="plain">
      {rowsOf(permissions).map(({ types, verbs, environment, application, service }, i) => (
        <li key={i}>
          <strong>{verbs.map((verb) => t(`engines.security.verbs.${verb === "*" ? "all" : verb}`)).join(", ")}</strong>{" "}
          {types.map((type) => t(`engines.security.types.${type.replace("/", "_")}`)).join(", ")}
          {(environment || application || service) && (
            <span className="quiet mono"> {[environment, application, service].filter(Boolean).join(" / ")}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
