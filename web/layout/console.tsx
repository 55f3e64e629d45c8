import { ConfigProvider } from "antd";
import english from "antd/es/locale/en_US.js";
import type { Locale } from "antd/es/locale/index.js";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { router } from "../routes.tsx";
import { Colours } from "./colours.tsx";
import { ShadeContext, themeOf, useShadeChoice } from "./theme.ts";

/** English comes with the library anyway. */
const wordsOfParts = {
  "zh-CN": async (): Promise<Locale> => (await import("antd/es/locale/zh_CN.js")).default,
  en: async (): Promise<Locale> => english,
};

/** The whole console in the chosen language and shade. */
export function Console() {
  const choice = useShadeChoice();
  const { i18n } = useTranslation();
  // Never without words: to get the first ones later would build the page anew and lose what was typed by then.
  const [words, setWords] = useState<Locale>(english);
  useEffect(() => {
    const load = wordsOfParts[i18n.language === "en" ? "en" : "zh-CN"];
    void load().then(setWords);
  }, [i18n.language]);
  return (
    <ShadeContext value={choice}>
      <ConfigProvider
        locale={words}
        theme={themeOf(choice.shade)}
        button={{ autoInsertSpace: false }}
        form={{ scrollToFirstError: { focus: true } }}
      >
        <Colours />
        <RouterProvider router={router} />
      </ConfigProvider>
    </ShadeContext>
  );
}
