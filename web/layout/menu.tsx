import { Link, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Icon, type IconName } from "./icons.tsx";

type Room = { to: "/" | "/applications" | "/environments" | "/infrastructure"; text: string };
type Entry = { icon: IconName; text: string; to?: Room["to"]; rooms?: Room[] };

/** The menu of the product, in its order (CON-01), as far as its rooms are built. */
export function MainMenu({ folded, onChosen }: { folded: boolean; onChosen: () => void }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const here = roomOf(pathname);
  const entries: Entry[] = [
    { icon: "overview", text: t("layout.menu.overview"), to: "/" },
    {
      icon: "applications",
      text: t("layout.menu.applicationManagement"),
      rooms: [{ to: "/applications", text: t("layout.menu.applications") }],
    },
    { icon: "environments", text: t("layout.menu.environments"), to: "/environments" },
    {
      icon: "infrastructure",
      text: t("layout.menu.infrastructure"),
      rooms: [{ to: "/infrastructure", text: t("layout.menu.resources") }],
    },
  ];
  const link = ({ to, text }: Room, icon?: IconName) => (
    <Link
      to={to}
      className="menu-link"
      aria-current={here === to ? "page" : undefined}
      title={folded ? text : undefined}
      onClick={onChosen}
    >
      {icon && <Icon name={icon} size={17} />}
      <span className={folded ? "menu-text hidden-text" : "menu-text"}>{text}</span>
    </Link>
  );
  return (
    <nav aria-label={t("layout.menu.label")} className={folded ? "menu folded" : "menu"}>
      <ul className="plain">
        {entries.map(({ icon, text, to, rooms }) => (
          <li key={text}>
            {to
              ? link({ to, text }, icon)
              : !folded && (
                  <span className="menu-group">
                    <Icon name={icon} size={17} />
                    <span className="menu-text">{text}</span>
                  </span>
                )}
            {rooms && (
              <ul className="plain">
                {rooms.map((room) => (
                  <li key={room.to} className="menu-room">
                    {link(room, folded ? icon : undefined)}
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
