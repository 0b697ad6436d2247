import IconCards from "~icons/lucide/rows-2";
import IconTable from "~icons/lucide/table-2";
import { createSignal, Show } from "solid-js";
import type { Table } from "#domain/analytics/chart/plot.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createMediaQuery } from "#web/ui/media-query.ts";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { ResultCards } from "./result-cards.tsx";
import { ResultGrid } from "./result-grid.tsx";

/** Columns that a phone's width shows side by side. */
const BESIDE = 3;

/** Rows of a result to be read one by one: in the grid, and on a phone, where a wide one shows little of each, as cards. */
export function ResultRows(props: {
  label: string;
  result: Table;
  total?: number | undefined;
  /** More rows are wanted, where others exist. */
  onEnd?: (() => void) | undefined;
  loading?: boolean | undefined;
}) {
  const t = useTexts();
  const words = () => t().analytics.chart.drill;
  const phone = createMediaQuery("(width < 40rem)");
  const [view, setView] = createSignal<"cards" | "table">("cards");
  const wide = () => phone() && props.result.columns.length > BESIDE;
  return (
    <div class="flex h-full min-h-0 flex-col">
      <Show when={wide()}>
        <SegmentedControl
          label={words().view}
          class="mx-4 mb-2 self-start"
          value={view()}
          onChange={setView}
          options={[
            { value: "cards", label: words().cards, icon: IconCards },
            { value: "table", label: words().table, icon: IconTable },
          ]}
        />
      </Show>
      <div class="min-h-0 flex-1">
        <Show
          when={wide() && view() === "cards"}
          fallback={
            <ResultGrid
              label={props.label}
              result={props.result}
              {...(props.total === undefined ? {} : { total: props.total })}
              onEnd={() => props.onEnd?.()}
              loading={props.loading ?? false}
            />
          }
        >
          <ResultCards
            label={props.label}
            result={props.result}
            total={props.total ?? props.result.rows.length}
            onMore={() => props.onEnd?.()}
            loading={props.loading ?? false}
          />
        </Show>
      </div>
    </div>
  );
}
