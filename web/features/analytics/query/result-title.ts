import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";

/** Names a chart by what it draws: « montant_ht par mois et agence ». */
export function resultTitle(spec: ChartSpec | null, t: Dictionary["analytics"]): string {
  const words = t.chart;
  if (spec === null) return t.query.untitled;
  switch (spec.type) {
    case "table":
      return t.query.untitled;
    case "number":
      return spec.value;
    case "histogram":
      return words.spread(spec.value);
    case "box":
      return spec.category === undefined
        ? words.spread(spec.value)
        : words.title(words.spread(spec.value), words.by(spec.category));
    case "scatter":
      return words.title(spec.y, words.by(spec.x));
    case "heat":
      return words.title(spec.value, words.by(words.and(spec.y, spec.x)));
    case "pie":
      return words.title(spec.value, words.by(spec.category));
    case "pivot": {
      const names = [...spec.rows, ...spec.columns];
      const last = names.pop() ?? "";
      const by = names.length === 0 ? last : words.and(names.join(", "), last);
      return words.title(spec.value, words.by(by));
    }
    case "line":
    case "area":
    case "bar": {
      const [measures, x] =
        spec.type === "bar"
          ? [[spec.value, ...(spec.also ?? [])], spec.category]
          : [spec.y, spec.x];
      const last = measures.at(-1) ?? "";
      const names = measures.slice(0, -1).join(", ");
      return words.title(
        names === "" ? last : words.and(names, last),
        words.by(spec.series ? words.and(x, spec.series) : x),
      );
    }
    default:
      return spec satisfies never;
  }
}
