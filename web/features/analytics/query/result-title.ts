import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import type { Dictionary } from "#web/lib/i18n.tsx";

/** Names a chart by what it draws: « montant_ht par mois et agence ». */
export function resultTitle(spec: ChartSpec | null, t: Dictionary["analytics"]): string {
  const words = t.chart;
  if (spec === null) return t.query.untitled;
  switch (spec.type) {
    case "number":
      return spec.value;
    case "histogram":
      return words.spread(spec.value);
    case "scatter":
      return words.title(spec.y, words.by(spec.x));
    case "line":
    case "bar": {
      const [measure, x] =
        spec.type === "line" ? [spec.y[0] ?? "", spec.x] : [spec.value, spec.category];
      return words.title(measure, words.by(spec.series ? words.and(x, spec.series) : x));
    }
    default:
      return spec satisfies never;
  }
}
