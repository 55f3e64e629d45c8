import type { Properties, Target } from "../properties/properties.ts";

export type Fault = {
  delayMs: number;
  delayPercent: number;
  abortStatus: number;
  abortPercent: number;
  /** Nothing instead of an error. */
  silent: boolean;
};

const longestDelay = 10 * 60_000;
const percent = (value: number) => Math.min(100, Math.max(0, value));

function keysOf({ service, schema, operation }: Target, item: string): string[] {
  const tail = `policy.fault.protocols.rest.${item}`;
  const root = `governance.Consumer.${service}`;
  return [
    `${root}.schemas.${schema}.operations.${operation}.${tail}`,
    `${root}.schemas.${schema}.${tail}`,
    `${root}.${tail}`,
    `governance.Consumer._global.${tail}`,
  ];
}

export const noFault: Fault = { delayMs: 0, delayPercent: 0, abortStatus: 0, abortPercent: 0, silent: false };

/** GOV-17, GOV-18: each item is looked up for itself; what is not set, or negative, does nothing. */
export function faultOf(properties: Properties, target: Target): Fault {
  const number = (item: string) => Math.max(0, properties.number(keysOf(target, item), 0));
  return {
    delayMs: Math.min(longestDelay, number("delay.fixedDelay")),
    delayPercent: percent(number("delay.percent")),
    abortStatus: number("abort.httpStatus"),
    abortPercent: percent(number("abort.percent")),
    silent: false,
  };
}

export const dice = () => Math.random() * 100;

/** What is to happen to one call; `thrown` gives numbers from 0 up to 100. */
export function draw(fault: Fault, thrown: () => number): { delayMs: number; abort: number | null } {
  const delayed = fault.delayMs > 0 && thrown() < fault.delayPercent;
  const aborted = fault.abortStatus >= 200 && fault.abortStatus <= 599 && thrown() < fault.abortPercent;
  return { delayMs: delayed ? fault.delayMs : 0, abort: aborted ? fault.abortStatus : null };
}
