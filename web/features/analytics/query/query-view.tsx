import IconAlert from "~icons/lucide/octagon-alert";
import { Match, Show, Switch } from "solid-js";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { EngineLost } from "#web/features/analytics/engine/keeper.ts";
import { SqlRefused } from "#web/features/analytics/engine/read.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { Icon } from "#web/ui/icon.tsx";
import { ProgressBar } from "#web/ui/progress.tsx";
import type { Query } from "./query-state.ts";
import { ResultCard } from "./result-card.tsx";
import { SqlBox } from "./sql-box.tsx";

/** A question in SQL over its answer. The last answer stays while the next is computed or after an error. */
export function QueryView(props: {
  dataSet: DataSet;
  query: Query;
  text: string;
  onText: (text: string) => void;
  insertion: { text: string } | undefined;
}) {
  const t = useTexts();
  const words = () => t().analytics;
  return (
    <div class="mx-auto flex w-full max-w-240 flex-col gap-3 p-4">
      <div class="phone:order-last">
        <SqlBox
          dataSet={props.dataSet}
          query={props.query}
          text={props.text}
          onText={props.onText}
          insertion={props.insertion}
        />
      </div>
      <div aria-live="polite">
        <Switch>
          <Match when={props.query.running()}>
            <ProgressBar label={words().query.run} />
          </Match>
          <Match when={props.query.error()}>{(error) => <QueryError error={error()} />}</Match>
          <Match when={props.query.stopped()}>
            <p class="text-small text-ink-3">{words().query.stopped}</p>
          </Match>
        </Switch>
      </div>
      <Show when={props.query.answer()}>
        {(answer) => (
          <div
            class={cx(
              "transition-opacity",
              (props.query.running() || props.query.error() !== undefined) && "opacity-60",
            )}
          >
            <Show when={props.query.error() !== undefined}>
              <p class="pb-1.5 text-small font-medium">{words().query.previous}</p>
            </Show>
            <ResultCard answer={answer()} fileName={props.dataSet.fileName} />
          </div>
        )}
      </Show>
    </div>
  );
}

/** The database's own words under ours: they name the column or the place that is wrong. */
function QueryError(props: { error: unknown }) {
  const t = useTexts();
  const words = () => t().analytics;
  const lost = () => props.error instanceof EngineLost;
  const advice = () =>
    lost()
      ? words().engine.lostBody
      : words().query.advice[props.error instanceof SqlRefused ? props.error.kind : "other"];
  const message = () => (props.error instanceof Error && !lost() ? props.error.message : "");
  return (
    <div role="alert" class="flex gap-2 rounded-card border border-line bg-bad-soft px-3 py-2.5">
      <Icon of={IconAlert} class="mt-0.5 text-bad" />
      <div class="min-w-0">
        <h3 class="font-semibold text-bad">
          {lost() ? words().engine.lost : words().query.refused}
        </h3>
        <p class="text-ink-2">{advice()}</p>
        <Show when={message()}>
          <pre class="mt-1.5 overflow-x-auto font-mono text-small text-ink-2" lang="en">
            {message()}
          </pre>
        </Show>
      </div>
    </div>
  );
}
