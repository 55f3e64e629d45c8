import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { chooseLanguage, currentLanguage, languages } from "../locale/index.ts";
import { Icon } from "./icons.tsx";
import { useShade } from "./theme.ts";

/** To the other language; it is called by its own name, for those who do not read this one. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const other = currentLanguage() === "en" ? "zh-CN" : "en";
  return (
    <Button
      type="text"
      icon={<Icon name="language" />}
      onClick={() => void chooseLanguage(other)}
      title={t("layout.language")}
    >
      <span lang={other}>{languages[other]}</span>
    </Button>
  );
}

export function ShadeSwitch() {
  const { t } = useTranslation();
  const { shade, toggle } = useShade();
  const label = shade === "dark" ? t("layout.shade.light") : t("layout.shade.dark");
  return (
    <Button
      type="text"
      icon={<Icon name={shade === "dark" ? "sun" : "moon"} />}
      aria-label={label}
      title={label}
      onClick={toggle}
    />
  );
}
