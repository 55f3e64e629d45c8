import { Link, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Icon, type IconName } from "./icons.tsx";

const places = {
  applications: { to: "/applications", icon: "applications" },
  resources: { to: "/infrastructure", icon: "infrastructure" },
  engines: { to: "/engines", icon: "engine" },
  users: { to: "/users", icon: "person" },
  groups: { to: "/groups", icon: "people" },
  policies: { to: "/policies", icon: "shield" },
  delegations: { to: "/delegations", icon: "external" },
  explain: { to: "/permissions", icon: "key" },
  audit: { to: "/audit", icon: "records" },
  jobs: { to: "/jobs", icon: "changing" },
} as const satisfies Record<string, { to: string; icon: IconName }>;
type Name = keyof typeof places;
type Room = { to: (typeof places)[Name]["to"] | "/" | "/environments"; text: string; icon: IconName };
type Entry = { icon: IconName; text: string; to?: Room["to"]; rooms?: Room[] };

/** The menu of the product, in its order (CON-01), as far as its rooms are built. */
export function useMenu(): Entry[] {
  const { t } = useTranslation();
  const rooms = (...names: Name[]) => names.map((name) => ({ ...places[name], text: t(`layout.menu.${name}`) }));
  return [
    { icon: "overview", text: t("layout.menu.overview"), to: "/" },
    {
      icon: "applications",
      text: t("layout.menu.applicationManagement"),
      rooms: rooms("applications"),
    },
    { icon: "environments", text: t("layout.menu.environments"), to: "/environments" },
    { icon: "infrastructure", text: t("layout.menu.infrastructure"), rooms: rooms("engines", "resources") },
    {
      icon: "people",
      text: t("layout.menu.identity"),
      rooms: rooms("users", "groups", "policies", "delegations", "explain"),
    },
    { icon: "records", text: t("layout.menu.records"), rooms: rooms("audit", "jobs") },
  ];
}

export function MainMenu({ folded, onChosen }: { folded: boolean; onChosen: () => void }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const here = roomOf(pathname);
  const entries = useMenu();
  const link = ({ to, text, icon }: Room, pictured: boolean) => (
    <Link
      to={to}
      className="menu-link"
      aria-current={here === to ? "page" : undefined}
      title={folded ? text : undefined}
      onClick={onChosen}
    >
      {pictured && <Icon name={icon} size={17} />}
      <span className={folded ? "menu-text hidden-text" : "menu-text"}>{text}</span>
    </Link>
  );
  return (
    <nav aria-label={t("layout.menu.label")} className={folded ? "menu folded" : "menu"}>
      <ul className="plain">
        {entries.map(({ icon, text, to, rooms: inside }) => (
          <li key={text}>
            {to
              ? link({ to, text, icon }, true)
              : !folded && (
                  <span className="menu-group">
                    <Icon name={icon} size={17} />
                    <span className="menu-text">{text}</span>
                  </span>
                )}
            {inside && (
              <ul className="plain">
                {inside.map((room) => (
                  <li key={room.to} className="menu-room">
                    {link(room, folded)}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function roomOf(path: string): string {
  if (path === "/") return "/";
  if (/^\/(applications|components|instances)/.test(path)) return "/applications";
  return `/${path.split("/")[1]}`;
}
