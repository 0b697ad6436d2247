import IconDown from "~icons/lucide/trending-down";
import IconUp from "~icons/lucide/trending-up";
import { Show } from "solid-js";
import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { Icon } from "#web/ui/icon.tsx";

const digits = (value: number) => (Number.isInteger(value) || Math.abs(value) >= 1_000 ? 0 : 2);

/** One figure; with a second number beside it in the result, how far it is from that. */
export function Figure(props: { spec: ChartSpec; result: Pick<ReadResult, "columns" | "rows"> }) {
  const t = useTexts();
  const f = useFormat();
  const name = () => (props.spec.type === "number" ? props.spec.value : "");
  const cell = (column: string) => {
    const at = props.result.columns.findIndex((one) => one.name === column);
    const value = props.result.rows[0]?.[at];
    return typeof value === "number" ? value : undefined;
  };
  const other = () =>
    props.result.columns.find(
      (one) => one.name !== name() && (one.kind === "integer" || one.kind === "number"),
    )?.name;
  const delta = () => {
    const [now, before] = [cell(name()), cell(other() ?? "")];
    if (now === undefined || before === undefined || before === 0) return undefined;
    return (now - before) / Math.abs(before);
  };
  return (
    <div>
      <p class="num text-display font-semibold">
        {cell(name()) === undefined
          ? "–"
          : f().number(cell(name()) ?? 0, digits(cell(name()) ?? 0))}
      </p>
      <Show when={delta() !== undefined}>
        <p class="flex items-center gap-1.5 text-small text-ink-3">
          <span
            class={cx(
              "num inline-flex items-center gap-1 font-medium",
              (delta() ?? 0) < 0 ? "text-bad" : "text-ok",
            )}
          >
            <Icon of={(delta() ?? 0) < 0 ? IconDown : IconUp} size={12} />
            {f().percent(Math.round((delta() ?? 0) * 10_000), 1, true)}
          </span>
          <span class="truncate">{t().dashboards.widget.against(other() ?? "")}</span>
        </p>
      </Show>
    </div>
  );
}
