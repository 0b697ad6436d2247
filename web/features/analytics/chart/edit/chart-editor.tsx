import { createMemo, For, Show } from "solid-js";
import { chartFits } from "#domain/analytics/chart/fits.ts";
import { lookOf } from "#domain/analytics/chart/look.ts";
import { firstChart } from "#domain/analytics/chart/rules.ts";
import type { ResultShape } from "#domain/analytics/chart/shape.ts";
import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { TextButton } from "#web/ui/text-button.tsx";
import { ColumnFields } from "./column-fields.tsx";
import { FigureFields } from "./figure-fields.tsx";
import { LayoutFields } from "./layout-fields.tsx";
import { NoteFields } from "./note-fields.tsx";

/** What a person decides about a chart. Each change applies at once; kinds that do not fit the result say why. */
export function ChartEditor(props: {
  shape: ResultShape;
  /** Null is the plain table. */
  spec: ChartSpec | null;
  onChange: (spec: ChartSpec | null) => void;
}) {
  const t = useTexts();
  const words = () => t().analytics.chart;
  const fits = createMemo(() => chartFits(props.shape));
  const kind = () => props.spec?.type ?? "table";
  const first = createMemo(() => firstChart(props.shape));
  const asChosen = (): boolean => JSON.stringify(props.spec) === JSON.stringify(first().spec);
  const choose = (spec: ChartSpec): void =>
    props.onChange(props.spec === null ? spec : { ...lookOf(props.spec), ...spec });
  return (
    <div class="flex flex-col gap-4">
      <fieldset>
        <legend class="pb-1 font-medium">{words().edit.kind}</legend>
        <p class="pb-1.5 text-small text-ink-3">
          {words().why[first().why]}{" "}
          <Show when={!asChosen()}>
            <TextButton onClick={() => props.onChange(first().spec)}>
              {words().edit.reset}
            </TextButton>
          </Show>
        </p>
        <div class="grid gap-x-2 sm:grid-cols-2">
          <For each={fits()}>
            {(fit) => {
              const why = () => ("why" in fit ? words().unfit[fit.why] : undefined);
              return (
                <label
                  class={cx(
                    "flex items-start gap-2 rounded-2 px-2 py-1 phone:py-2.5",
                    "has-focus-visible:outline-2 has-focus-visible:outline-accent",
                    kind() === fit.kind && "bg-accent-soft",
                    why() === undefined ? "hover:bg-hover" : "text-ink-3",
                  )}
                >
                  <input
                    type="radio"
                    name="chart-kind"
                    class="mt-0.75 accent-accent"
                    checked={kind() === fit.kind}
                    disabled={why() !== undefined}
                    onChange={() => "spec" in fit && choose(fit.spec)}
                  />
                  <span class="min-w-0">
                    {words().kinds[fit.kind]}{" "}
                    <Show when={why()}>
                      {(text) => <span class="block text-small text-ink-3">{text()}</span>}
                    </Show>
                  </span>
                </label>
              );
            }}
          </For>
        </div>
      </fieldset>
      <Show when={props.spec}>
        {(spec) => (
          <>
            <ColumnFields shape={props.shape} spec={spec()} onChange={props.onChange} />
            <LayoutFields spec={spec()} onChange={props.onChange} />
            <FigureFields spec={spec()} onChange={props.onChange} />
            <NoteFields spec={spec()} onChange={props.onChange} />
          </>
        )}
      </Show>
    </div>
  );
}
