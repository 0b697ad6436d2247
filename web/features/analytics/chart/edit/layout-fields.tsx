import { Show } from "solid-js";
import type { Sort } from "#domain/analytics/chart/look.ts";
import type { Aggregate, ChartSpec } from "#domain/analytics/chart/spec.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Select } from "#web/ui/select.tsx";
import { Switch } from "#web/ui/switch.tsx";

/** The options of one small field from its words. */
function optionsOf<V extends string>(words: Record<V, string>): { value: V; label: string }[] {
  return (Object.keys(words) as V[]).map((value) => ({ value, label: words[value] }));
}

/** How marks are laid out: stack, direction, order, how many, scale, legend. */
export function LayoutFields(props: { spec: ChartSpec; onChange: (spec: ChartSpec) => void }) {
  const t = useTexts();
  const words = () => t().analytics.chart.edit;
  const set = (part: object): void => props.onChange({ ...props.spec, ...part });
  const has = (...kinds: ChartSpec["type"][]): boolean => kinds.includes(props.spec.type);
  const split = (): boolean => "series" in props.spec && props.spec.series !== undefined;
  const beside = (): boolean => "also" in props.spec && props.spec.also !== undefined && !split();
  return (
    <div class="grid gap-3 sm:grid-cols-2">
      <Show when={props.spec.type === "pivot" && props.spec}>
        {(spec) => (
          <Select<Aggregate>
            label={words().aggregate}
            options={optionsOf<Aggregate>({
              sum: t().analytics.chart.pivot.sum,
              mean: t().analytics.chart.pivot.mean,
              min: t().analytics.chart.pivot.min,
              max: t().analytics.chart.pivot.max,
              count: t().analytics.chart.pivot.count,
            })}
            value={
              ("aggregate" in spec()
                ? (spec() as { aggregate?: Aggregate }).aggregate
                : undefined) ?? "sum"
            }
            onChange={(aggregate) => set({ aggregate })}
          />
        )}
      </Show>
      <Show when={(has("bar", "area") && split()) || beside()}>
        <Select
          label={words().stack}
          options={optionsOf(words().stacks)}
          value={
            ("stack" in props.spec ? props.spec.stack : undefined) ?? (beside() ? "none" : "sum")
          }
          onChange={(stack) => set({ stack })}
        />
      </Show>
      <Show when={has("bar")}>
        <Select
          label={words().direction}
          options={optionsOf(words().directions)}
          value={("direction" in props.spec ? props.spec.direction : undefined) ?? "across"}
          onChange={(direction) => set({ direction })}
        />
      </Show>
      <Show when={has("bar", "pie")}>
        <Select<Sort>
          label={words().sort}
          options={optionsOf(words().sorts)}
          value={props.spec.sort ?? (split() ? "data" : "value")}
          onChange={(sort) => set({ sort })}
        />
      </Show>
      <Show when={has("bar", "pie")}>
        <Select
          label={words().top}
          hint={words().topHint}
          options={[
            { value: "all", label: words().topAll },
            ...[3, 5, 8, 10, 15, 20, 30].map((count) => ({
              value: String(count),
              label: words().topFirst(String(count)),
            })),
          ]}
          value={props.spec.top === undefined ? "all" : String(props.spec.top)}
          onChange={(top) => set({ top: top === "all" ? undefined : Number(top) })}
        />
      </Show>
      <Show when={split()}>
        <Select
          label={words().most}
          hint={words().mostHint}
          options={["2", "3", "4", "5", "6", "7", "8"].map((value) => ({ value, label: value }))}
          value={String(props.spec.most ?? 8)}
          onChange={(most) => set({ most: Number(most) })}
        />
      </Show>
      <Show when={has("line") && split()}>
        <Select
          label={words().legend}
          options={optionsOf(words().legends)}
          value={props.spec.legend ?? "end"}
          onChange={(legend) => set({ legend })}
        />
      </Show>
      <Show when={has("table")}>
        <Switch
          label={words().totals}
          checked={("totals" in props.spec && props.spec.totals) ?? false}
          onChange={(totals) => set({ totals })}
        />
      </Show>
      <Show when={has("line", "bar", "scatter", "box")}>
        <Switch
          label={words().log}
          hint={words().logHint}
          checked={props.spec.scale === "log"}
          onChange={(on) => set({ scale: on ? "log" : "linear" })}
        />
      </Show>
      <Show when={has("line", "scatter", "box") && props.spec.scale !== "log"}>
        <Switch
          label={words().zero}
          checked={props.spec.zero ?? has("line")}
          onChange={(zero) => set({ zero })}
        />
      </Show>
    </div>
  );
}
