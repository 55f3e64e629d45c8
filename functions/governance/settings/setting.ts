import { z } from "zod";
import type { ScopedItem } from "../../engines/index.ts";
import { wordsShape } from "../words.ts";

/** The frameworks whose services an engine governs; each reads keys of its own (protocol §3.0). */
export const frameworks = ["java_chassis_2", "java_chassis_3", "spring_cloud_huawei", "go_chassis"] as const;
export type Framework = (typeof frameworks)[number];
export const framework = z.enum(frameworks).meta({ id: "ServiceFramework" });

/** One configuration item that governance publishes, and who reads it. */
export type Setting = ScopedItem & { readBy: Framework[] };

/** Something to know before publishing: what a framework cannot do, or does in its own way. */
export const noteShape = z.object({ frameworks: z.array(framework), text: wordsShape });
export type Note = z.output<typeof noteShape>;
