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

/** The words of the frame and of the sign-in are there at once, those of a room come with its pages. */
const first = { "zh-CN": () => import("./zh-CN/index.ts"), en: () => import("./en/index.ts") };
const ofRooms = import.meta.glob<object>(["./*/*.json", "!./*/layout.json", "!./*/identity.json"], {
  import: "default",
});
const opened = new Set<string>();

async function loadRoom(language: Language, room: string): Promise<void> {
  const known = i18next.getResource(language, "translation", room) as unknown;
  if (known) return;
  const texts = await ofRooms[`./${language}/${room}.json`]!();
  i18next.addResourceBundle(language, "translation", { [room]: texts }, true);
}

async function load(language: Language): Promise<void> {
  const started = async () =>
    i18next.addResourceBundle(language, "translation", (await first[language]()).default, true);
  const known = i18next.getResource(language, "translation", "layout") as unknown;
  await Promise.all([known || started(), ...[...opened].map((room) => loadRoom(language, room))]);
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

/** The words of rooms, before a page speaks them; from then on they follow the language. */
export async function openRooms(rooms: readonly string[]): Promise<void> {
  for (const room of rooms) opened.add(room);
  await Promise.all(rooms.map((room) => loadRoom(currentLanguage(), room)));
}

export async function chooseLanguage(language: Language): Promise<void> {
  await load(language);
  localStorage.setItem(key, language);
  await i18next.changeLanguage(language);
}

export const currentLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : "zh-CN");
