import i18next from "i18next";
import { initReactI18next } from "react-i18next";

export const languages = { "zh-CN": "中文", en: "English" } as const;
export type Language = keyof typeof languages;
const key = "flyloft.language";
const isLanguage = (text: string | null | undefined): text is Language => text != null && text in languages;

/** What was chosen before; else what the browser prefers of the two; else Chinese (CON-05). */
function initialLanguage(): Language {
  const chosen = localStorage.getItem(key);
  if (isLanguage(chosen)) return chosen;
  const preferred = navigator.languages.map((one) => (one.startsWith("zh") ? "zh-CN" : one.slice(0, 2)));
  return preferred.find(isLanguage) ?? "zh-CN";
}

const texts = { "zh-CN": () => import("./zh-CN/index.ts"), en: () => import("./en/index.ts") };

async function load(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, "translation")) {
    i18next.addResourceBundle(language, "translation", (await texts[language]()).default);
  }
  document.documentElement.lang = language;
}

/** Loads one language only; the other one comes when it is chosen. */
export async function startLanguage(): Promise<void> {
  const language = initialLanguage();
  await i18next
    .use(initReactI18next)
    .init({ lng: language, resources: {}, interpolation: { escapeValue: false }, returnNull: false });
  await load(language);
}

export async function chooseLanguage(language: Language): Promise<void> {
  await load(language);
  localStorage.setItem(key, language);
  await i18next.changeLanguage(language);
}

export const currentLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : "zh-CN");
