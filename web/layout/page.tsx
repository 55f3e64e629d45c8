import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";

export type Crumb = { text: string; to?: string };

type Props = {
  title: string;
  trail?: Crumb[];
  about?: ReactNode;
  state?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** A page: where one is, what it is called, what can be done there. */
export function Page({ title, trail = [], about, state, actions, children }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = title ? `${title} · ${t("layout.product")}` : t("layout.product");
  }, [title, t]);
  return (
    <>
      {trail.length > 0 && (
        <nav aria-label={t("layout.breadcrumb")}>
          <ol className="plain trail">
            {trail.map(({ text, to }, i) => (
              <li key={i}>
                {to ? (
                  <Link to={to} activeOptions={{ exact: true }}>
                    {text}
                  </Link>
                ) : (
                  text
                )}
              </li>
            ))}
            <li aria-current="page">{title}</li>
          </ol>
        </nav>
      )}
      <div className="page-head">
        <h1>{title}</h1>
        {state}
        {actions && <div className="actions">{actions}</div>}
        {about && <p className="about quiet">{about}</p>}
      </div>
      {children}
    </>
  );
}
