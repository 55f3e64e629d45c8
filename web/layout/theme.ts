import { theme, type ThemeConfig } from "antd";
import { createContext, useContext, useEffect, useState } from "react";

export type Shade = "light" | "dark";
const key = "flyloft.shade";
const dark = matchMedia("(prefers-color-scheme: dark)");

const initialShade = (): Shade => {
  const chosen = localStorage.getItem(key);
  return chosen === "light" || chosen === "dark" ? chosen : dark.matches ? "dark" : "light";
};

const fonts =
  '-apple-system, "Segoe UI", "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", Roboto, sans-serif';
export const monospace = 'ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, "DejaVu Sans Mono", monospace';

/** The colours of the house, light and dark; both keep text at a contrast of at least 4.5 to 1. */
export const themeOf = (shade: Shade): ThemeConfig => ({
  algorithm: shade === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm,
  token: {
    colorPrimary: shade === "dark" ? "#3b82e0" : "#0b63ce",
    colorLink: shade === "dark" ? "#8cc2ff" : "#0b63ce",
    colorSuccess: shade === "dark" ? "#4cb782" : "#137a47",
    colorWarning: shade === "dark" ? "#e0a33a" : "#9a5b00",
    ...(shade === "light" && { colorWarningBg: "#fff7e8", colorWarningBorder: "#f0cf94" }),
    colorError: shade === "dark" ? "#f2777a" : "#c62f36",
    colorTextDescription: shade === "dark" ? "#a3abb8" : "#5a6472",
    colorTextPlaceholder: shade === "dark" ? "#8a93a1" : "#6b7480",
    colorTextDisabled: shade === "dark" ? "#7d8794" : "#737c88",
    colorBgLayout: shade === "dark" ? "#101418" : "#f4f6f9",
    colorBgContainer: shade === "dark" ? "#181d23" : "#ffffff",
    colorBgElevated: shade === "dark" ? "#20262e" : "#ffffff",
    borderRadius: 6,
    fontFamily: fonts,
    fontFamilyCode: monospace,
  },
  components: {
    Layout: {
      headerHeight: 52,
      headerPadding: "0 20px",
      headerBg: shade === "dark" ? "#181d23" : "#ffffff",
      siderBg: shade === "dark" ? "#181d23" : "#ffffff",
    },
    Menu: {
      itemBorderRadius: 6,
      activeBarBorderWidth: 0,
      subMenuItemBg: "transparent",
      itemHeight: 38,
      iconMarginInlineEnd: 10,
    },
  },
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
