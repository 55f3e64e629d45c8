import { z } from "zod";
import { wordsShape } from "../words.ts";

/** The frameworks whose services an engine governs; each reads keys of its own (protocol §3.0). */
export const frameworks = ["java_chassis_2", "java_chassis_3", "spring_cloud_huawei", "go_chassis"] as const;
export type Framework = (typeof frameworks)[number];
export const framework = z.enum(frameworks).meta({ id: "ServiceFramework" });

/**
 * Where a configuration item is delivered to: all versions of one microservice, or without one every service of the
 * application.
 */
export const settingScope = z.object({
  tenant: z.string(),
  environment: z.string(),
  application: z.string(),
  service: z.string().nullable(),
});
export type SettingScope = z.output<typeof settingScope>;

/** One configuration item that governance publishes, and who reads it. */
export const settingShape = z.object({
  scope: settingScope,
  key: z.string(),
  value: z.string(),
  readBy: z.array(framework),
});
export type Setting = z.output<typeof settingShape>;

/** Something to know before publishing: what a framework cannot do, or does in its own way. */
export const noteShape = z.object({ frameworks: z.array(framework), text: wordsShape });
export type Note = z.output<typeof noteShape>;

export const idOfScope = ({ tenant, environment, application, service }: SettingScope) =>
  JSON.stringify([tenant, environment, application, service]);
/** The same place: publishing there again replaces what was there. */
export const placeOfSetting = ({ scope, key }: Pick<Setting, "scope" | "key">) => `${idOfScope(scope)} ${key}`;
