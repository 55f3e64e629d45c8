import { theme } from "antd";
import { useLayoutEffect } from "react";

/** The theme's colours for the style sheet, on the document so that dialogs have them too. */
export function Colours() {
  const { token } = theme.useToken();
  useLayoutEffect(() => {
    const colours = {
      line: token.colorBorderSecondary,
      quiet: token.colorTextDescription,
      chosen: token.colorLink,
      card: token.colorBgContainer,
      text: token.colorText,
      bad: token.colorError,
      warning: token.colorWarning,
      page: token.colorBgLayout,
    };
    for (const [name, value] of Object.entries(colours)) document.documentElement.style.setProperty(`--${name}`, value);
  }, [token]);
  return null;
}
