import IconAlert from "~icons/lucide/octagon-alert";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { EngineMessage } from "#web/features/analytics/engine-message.tsx";
import { EngineLost } from "#web/features/analytics/engine/keeper.ts";
import { SqlRefused } from "#web/features/analytics/engine/read.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";
import type { Failure } from "./query-state.ts";
import { refusalText, type Known } from "./refusal-text.ts";

/** What went wrong with a query and how to mend it; the database's own words are a click away. */
export function QueryError(props: {
  failure: Failure;
  dataSet: Pick<DataSet, "table"> & { profiles: readonly { name: string }[] };
  tables?: Known["tables"];
  unread?: Known["unread"];
}) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analytics;
  const error = () => props.failure.error;
  const lost = () => error() instanceof EngineLost;
  const advice = () => {
    const thrown = error();
    if (lost()) return words().engine.lostBody;
    return refusalText(thrown instanceof SqlRefused ? thrown.refusal : { code: "other" }, {
      sql: props.failure.sql,
      known: {
        table: props.dataSet.table,
        columns: props.dataSet.profiles.map(({ name }) => name),
        tables: props.tables,
        unread: props.unread,
      },
      t: words().query.advice,
      f: f(),
    });
  };
  const message = () => {
    const thrown = error();
    return thrown instanceof Error && !lost() ? thrown.message : "";
  };
  return (
    <div role="alert" class="flex gap-2 rounded-card border border-line bg-bad-soft px-3 py-2.5">
      <Icon of={IconAlert} class="mt-0.5 text-bad" />
      <div class="min-w-0 flex-1">
        <h2 class="font-semibold text-bad">
          {lost() ? words().engine.lost : words().query.refused}
        </h2>
        <p class="wrap-anywhere text-ink">{advice()}</p>
        <EngineMessage text={message()} />
      </div>
    </div>
  );
}
