import type { Chosen } from "./bind.ts";
import { PRESETS, RangeValue, type Parameter, type PeriodValue } from "./parameters.ts";

/** What stands in the address for one parameter; undefined where it is as the dashboard begins. */
export type InAddress = Readonly<Record<string, string | string[] | undefined>>;

/** Before the name of a parameter, so that none is taken for another word of the address. */
const PREFIX = "f.";
/** No category at all, that is every one; a value that begins like it has it twice. */
const ALL = "~";
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const day = (text: string | undefined): string | null =>
  text !== undefined && DAY.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;

/** Not as hexadecimal or the like: only as it is written there. */
const number = (text: string): number | null =>
  /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(text) && Number.isFinite(Number(text))
    ? Number(text)
    : null;

function written(parameter: Parameter, value: Chosen[string]): string | string[] | undefined {
  if (value === undefined || same(value, parameter.initial)) return undefined;
  if (parameter.kind === "choice") return typeof value === "string" ? value : undefined;
  if (parameter.kind === "category") {
    const values = value as readonly string[];
    return values.length === 0 ? ALL : values.map((one) => (one.startsWith(ALL) ? ALL + one : one));
  }
  const period = value as PeriodValue | RangeValue;
  return "preset" in period ? period.preset : `${period.from ?? ""}..${period.to ?? ""}`;
}

function read(parameter: Parameter, texts: readonly string[]): Chosen[string] {
  const [text = ""] = texts;
  if (parameter.kind === "choice")
    return parameter.options.some(({ column }) => column === text) ? text : undefined;
  if (parameter.kind === "category") {
    if (text === ALL) return [];
    return texts.slice(0, 100).map((one) => (one.startsWith(ALL) ? one.slice(ALL.length) : one));
  }
  if (parameter.kind === "range") {
    const [from, to] = text.split("..").map(number);
    return text.includes("..")
      ? RangeValue.safeParse({ from: from ?? null, to: to ?? null }).data
      : undefined;
  }
  const preset = PRESETS.find((one) => one === text);
  if (preset) return { preset };
  if (!text.includes("..")) return undefined;
  const [from, to] = text.split("..").map(day);
  return { from: from ?? null, to: to ?? null };
}

/** What is chosen, for the address, so that a link keeps it. What is as the dashboard begins is left out. */
export function chosenInAddress(parameters: readonly Parameter[], chosen: Chosen): InAddress {
  return Object.fromEntries(
    parameters.map((parameter) => [
      PREFIX + parameter.name,
      written(parameter, chosen[parameter.name]),
    ]),
  );
}

/** What an address asks for; what no parameter knows, or cannot be, is as the dashboard begins. */
export function chosenOfAddress(parameters: readonly Parameter[], search: InAddress): Chosen {
  return Object.fromEntries(
    parameters.flatMap((parameter) => {
      const found = search[PREFIX + parameter.name];
      if (found === undefined) return [];
      const value = read(parameter, [found].flat());
      return value === undefined ? [] : [[parameter.name, value]];
    }),
  );
}
