import type { Filter } from "#domain/analytics/builder/model.ts";
import type { Format } from "#web/lib/format.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";

type Words = Dictionary["analyticsBuild"]["filters"];
/** How a filter compares; each has a word. */
export type FilterOp = keyof Words["ops"];

/** How a filter compares, as the person chose it. */
export function opOf(filter: Filter): FilterOp {
  switch (filter.type) {
    case "values":
      return filter.not ? "isNot" : "is";
    case "text":
    case "number":
      return filter.op;
    case "range":
      return "between";
    case "days":
      return filter.from === null ? "until" : filter.to === null ? "since" : "between";
    case "preset":
      return "preset";
    case "flag":
      return filter.value ? "yes" : "no";
    case "empty":
      return filter.empty ? "empty" : "filled";
    default:
      return filter satisfies never;
  }
}

/** What a filter compares with, in words; empty where the comparison says it all. */
export function filterValue(filter: Filter, t: Words, f: Format): string {
  switch (filter.type) {
    case "values": {
      const [first = null] = filter.values;
      const more = filter.values.length - 1;
      return t.several(first ?? t.blank, more, f.number(more));
    }
    case "text":
      return filter.text;
    case "number":
      return f.number(filter.value);
    case "range":
      return [filter.from, filter.to]
        .map((end) => (end === null ? "…" : f.number(end)))
        .join(" – ");
    case "days":
      return [filter.from, filter.to]
        .flatMap((day) => (day === null ? [] : f.day(day)))
        .join(" – ");
    case "preset":
      return t.presets[filter.preset];
    case "flag":
    case "empty":
      return "";
    default:
      return filter satisfies never;
  }
}
