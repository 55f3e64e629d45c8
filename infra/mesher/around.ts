import type { Discovery } from "./engine/discovery.ts";
import type { Registration } from "./engine/registration.ts";
import type { Breakers } from "./guards/breakers.ts";
import type { Limiter } from "./guards/limiter.ts";
import type { Metrics } from "./metrics/metrics.ts";
import type { Rules } from "./rules.ts";
import type { Settings } from "./settings.ts";
import type { Signer } from "./trust/signer.ts";

/** What every call stands in. */
export type Around = {
  settings: Settings;
  /** The rules of this moment. */
  rules(): Rules;
  registration: Registration;
  discovery: Discovery;
  metrics: Metrics;
  breakers: Breakers;
  limiter: Limiter;
  signer: Signer;
};
