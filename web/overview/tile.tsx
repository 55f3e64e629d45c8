import { Link } from "@tanstack/react-router";
import { Icon, type IconName } from "../layout/icons.tsx";

export function Tile({
  icon,
  label,
  value,
  to,
}: {
  icon: IconName;
  label: string;
  value: number | undefined;
  to: "/applications" | "/environments";
}) {
  return (
    <Link to={to} className="tile">
      <Icon name={icon} size={26} />
      <span>
        <span className="tile-value">{value ?? "–"}</span>
        <span className="quiet">{label}</span>
      </span>
    </Link>
  );
}
