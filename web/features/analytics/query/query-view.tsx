import { Match, Show, Switch } from "solid-js";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { ProgressBar } from "#web/ui/progress.tsx";
import { QueryError } from "./query-error.tsx";
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
      <div class="phone:order-2">
        <SqlBox
          dataSet={props.dataSet}
          query={props.query}
          text={props.text}
          onText={props.onText}
          insertion={props.insertion}
        />
      </div>
      {/* On the phone beside the text that it is about, which stands below its answer there. */}
      <div aria-live="polite" class="empty:-mt-3 phone:order-1">
        <Switch>
          <Match when={props.query.running()}>
            <ProgressBar label={words().query.run} />
          </Match>
          <Match when={props.query.error()}>
            {(failure) => <QueryError failure={failure()} dataSet={props.dataSet} />}
          </Match>
          <Match when={props.query.stopped()}>
            <p class="text-small text-ink-3">{words().query.stopped}</p>
          </Match>
        </Switch>
      </div>
      <Show when={props.query.answer()}>
        {(answer) => (
          <div
            class={cx("transition-opacity", props.query.running() && "opacity-60")}
            aria-busy={props.query.running()}
          >
            <Show when={props.query.outlived()}>
              <p class="pb-1.5 text-small font-medium">{words().query.previous}</p>
            </Show>
            <ResultCard
              answer={answer()}
              fileName={props.dataSet.fileName}
              keeper={props.query.keeper}
              place={{ dataSet: props.dataSet }}
            />
          </div>
        )}
      </Show>
    </div>
  );
}
