import type { LinkProps } from "@tanstack/react-router";
import { Icon } from "./icons.tsx";
import { LinkButton } from "./link-button.tsx";
import { type Permission, PermittedButton } from "./permitted-button.tsx";

type Props = { can: Permission | undefined; text: string; onClick?: () => void; to?: LinkProps["to"] };

/** The one primary action of a list: opens a dialog, or leads to a page; says why it may not be used. */
export function CreateButton({ can, text, onClick, to }: Props) {
  const look = { color: "primary", variant: "solid", icon: <Icon name="plus" /> } as const;
  if (to && can?.allowed !== false)
    return (
      <LinkButton {...look} to={to}>
        {text}
      </LinkButton>
    );
  return (
    <PermittedButton {...look} can={can} onClick={onClick}>
      {text}
    </PermittedButton>
  );
}
