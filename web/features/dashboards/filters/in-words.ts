import {
  chosenColumn,
  chosenDays,
  chosenRange,
  chosenValues,
  type Chosen,
} from "#domain/dashboards/bind.ts";
import type { Parameter } from "#domain/dashboards/parameters.ts";
import type { Format } from "#web/lib/format.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";

interface Speech {
  f: Format;
  t: Dictionary["dashboards"];
  today: string;
}

/** What is chosen of a parameter, as its chip and every export say it. */
export function chosenWords(parameter: Parameter, chosen: Chosen, { f, t, today }: Speech): string {
  if (parameter.kind === "period") {
    const { from, to } = chosenDays(parameter, chosen, today);
    if (from === null && to === null) return t.period.presets.all;
    if (from !== null && to !== null) return f.days(from, to);
    return from === null ? t.period.until(f.day(to ?? "")) : t.period.since(f.day(from));
  }
  if (parameter.kind === "range") {
    const { from, to } = chosenRange(parameter, chosen);
    if (from !== null && to !== null) return t.range.between(f.number(from), f.number(to));
    if (from !== null) return t.range.least(f.number(from));
    return to === null ? t.range.all : t.range.most(f.number(to));
  }
  if (parameter.kind === "category") {
    const values = chosenValues(parameter, chosen);
    return values.length === 0 ? t.category.all : values.join(", ");
  }
  const column = chosenColumn(parameter, chosen);
  return parameter.options.find((option) => option.column === column)?.label ?? column;
}
