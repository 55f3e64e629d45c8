import { theme, type ThemeConfig } from "antd";
import { createContext, useContext, useEffect, useState } from "react";

export type Shade = "light" | "dark";
const key = "flyloft.shade";
const dark = matchMedia("(prefers-color-scheme: dark)");
const still = matchMedia("(prefers-reduced-motion: reduce)");

const initialShade = (): Shade => {
  const chosen = localStorage.getItem(key);
  return chosen === "light" || chosen === "dark" ? chosen : dark.matches ? "dark" : "light";
};

const fonts =
  '-apple-system, "Segoe UI", "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", Roboto, sans-serif';
const monospace = 'ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, "DejaVu Sans Mono", monospace';

/** The colours of the house; text keeps a contrast of at least 4.5 to 1 on what it stands on. */
const colours: Record<Shade, ThemeConfig["token"]> = {
  light: {
    colorPrimary: "#0b63ce",
    colorPrimaryHover: "#0a58b8",
    colorLink: "#0b63ce",
    colorSuccess: "#137a47",
    colorWarning: "#9a5b00",
    colorWarningBg: "#fff7e8",
    colorWarningBorder: "#f0cf94",
    colorError: "#c62f36",
    colorErrorHover: "#a9262d",
    colorTextDescription: "#5a6472",
    colorTextPlaceholder: "#6b7480",
    colorTextDisabled: "#737c88",
    colorBgLayout: "#f4f6f9",
    colorBgContainer: "#ffffff",
    colorBgElevated: "#ffffff",
  },
  dark: {
    colorPrimary: "#3b82e0",
    colorPrimaryHover: "#3a75c3",
    colorLink: "#8cc2ff",
    colorSuccess: "#4cb782",
    colorWarning: "#e0a33a",
    colorError: "#f98c8f",
    colorTextDescription: "#a3abb8",
    colorTextPlaceholder: "#8a93a1",
    colorTextDisabled: "#7d8794",
    colorBgLayout: "#101418",
    colorBgContainer: "#181d23",
    colorBgElevated: "#20262e",
  },
};
const darkTabs = { itemSelectedColor: "#8cc2ff", itemHoverColor: "#a8d1ff", inkBarColor: "#8cc2ff" };
const darkButtons = { dangerColor: "#14090a" };

export const themeOf = (shade: Shade): ThemeConfig => ({
  algorithm: shade === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm,
  // Who asks the system for less motion gets none.
  token: { ...colours[shade], borderRadius: 6, fontFamily: fonts, fontFamilyCode: monospace, motion: !still.matches },
  components: shade === "dark" ? { Tabs: darkTabs, Button: darkButtons } : {},
});

type Chosen = { shade: Shade; toggle: () => void };
export const ShadeContext = createContext<Chosen>({ shade: "light", toggle: () => {} });
export const useShade = () => useContext(ShadeContext);

/** Follows the system until one is chosen. */
export function useShadeChoice(): Chosen {
  const [shade, setShade] = useState(initialShade);
  useEffect(() => {
    document.documentElement.dataset["shade"] = shade;
    document.documentElement.style.colorScheme = shade;
  }, [shade]);
  useEffect(() => {
    const follow = () => setShade(initialShade());
    dark.addEventListener("change", follow);
    return () => dark.removeEventListener("change", follow);
  }, []);
  const toggle = () => {
    const next = shade === "dark" ? "light" : "dark";
    localStorage.setItem(key, next);
    setShade(next);
  };
  return { shade, toggle };
}
