import { z } from "zod";

/** What is shown to people, in the languages of the console (CON-05). */
export type Words = { en: string; zh: string };
export const words = (en: string, zh: string): Words => ({ en, zh });
export const wordsShape = z.object({ en: z.string(), zh: z.string() });
