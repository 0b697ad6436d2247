import IconAbsent from "~icons/lucide/monitor-off";
import IconAlert from "~icons/lucide/octagon-alert";
import { A } from "@solidjs/router";
import type { Table } from "#domain/dashboards/narrow.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { EngineLost } from "#web/features/analytics/engine/keeper.ts";
import { SqlRefused } from "#web/features/analytics/engine/read.ts";
import { refusalText } from "#web/features/analytics/query/refusal-text.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { Icon } from "#web/ui/icon.tsx";

/** The file lies on another device: what it is called, and where to add it. */
export function WidgetAbsent(props: { tables: readonly string[] }) {
  const t = useTexts();
  const { dashboard } = useDashboard();
  return (
    <div class="flex h-full flex-col justify-center gap-1 text-small">
      <p class="flex items-center gap-2 font-medium">
        <Icon of={IconAbsent} class="shrink-0 text-ink-3" />
        {t().dashboards.widget.absent}
      </p>
      <p class="text-ink-2">{t().dashboards.widget.absentBody(props.tables.join(", "))}</p>
      <A href={`/analytics/w/${dashboard().workspaceId}`} class="text-accent-ink underline">
        {t().dashboards.widget.addFile}
      </A>
    </div>
  );
}

/** Why a widget's query did not answer, and how to mend it. The other widgets are not held up. */
export function WidgetFailed(props: { error: unknown; sql: string; tables: readonly Table[] }) {
  const t = useTexts();
  const f = useFormat();
  const say = useProblemText();
  const advice = () => {
    const { error } = props;
    if (error instanceof EngineLost) return t().analytics.engine.lostBody;
    if (error instanceof ApiProblem) return say(error);
    const [table] = props.tables;
    return refusalText(error instanceof SqlRefused ? error.refusal : { code: "other" }, {
      sql: props.sql,
      known: { table: table?.name ?? "", columns: table?.columns.map(({ name }) => name) ?? [] },
      t: t().analytics.query.advice,
      f: f(),
    });
  };
  return (
    <div role="alert" class="flex h-full gap-2 overflow-y-auto text-small">
      <Icon of={IconAlert} class="mt-0.5 shrink-0 text-bad" />
      <div class="min-w-0">
        <p class="font-medium text-bad">{t().dashboards.widget.failed}</p>
        <p class="wrap-anywhere text-ink-2">{advice()}</p>
      </div>
    </div>
  );
}
