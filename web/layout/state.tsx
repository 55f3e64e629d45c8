import { theme } from "antd";
import { Icon, type IconName } from "./icons.tsx";

export type Tone = "good" | "warning" | "bad" | "quiet" | "busy";
export type Look = { tone: Tone; icon: IconName };

/** A state as a word, a colour and a picture, so that none of them is needed alone. */
export function State({ tone, icon, text }: Look & { text: string }) {
  const { token } = theme.useToken();
  const colours = {
    good: token.colorSuccess,
    warning: token.colorWarning,
    bad: token.colorError,
    quiet: token.colorTextDescription,
    busy: token.colorLink,
  };
  return (
    <span className="state" data-tone={tone} style={{ color: colours[tone], fontWeight: 550 }}>
      <Icon name={icon} spin={tone === "busy"} />
      {text}
    </span>
  );
}
