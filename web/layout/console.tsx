import { ConfigProvider } from "antd";
import type { Locale } from "antd/es/locale/index.js";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { router } from "../routes.tsx";
import { Colours } from "./colours.tsx";
import { ShadeContext, themeOf, useShadeChoice } from "./theme.ts";

const wordsOfParts = { "zh-CN": () => import("antd/es/locale/zh_CN.js"), en: () => import("antd/es/locale/en_US.js") };

/** The whole console in the chosen language and shade. */
export function Console() {
  const choice = useShadeChoice();
  const { i18n } = useTranslation();
  const [words, setWords] = useState<Locale>();
  useEffect(() => {
    const load = wordsOfParts[i18n.language === "en" ? "en" : "zh-CN"];
    void load().then((module) => setWords(module.default));
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
