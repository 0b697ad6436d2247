import IconAbsent from "~icons/lucide/monitor-off";
import IconAlert from "~icons/lucide/octagon-alert";
import IconAgain from "~icons/lucide/rotate-cw";
import { A } from "@solidjs/router";
import { Show } from "solid-js";
import type { Table } from "#domain/dashboards/narrow.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { EngineMessage } from "#web/features/analytics/engine-message.tsx";
import { EngineUnavailable } from "#web/features/analytics/engine/unavailable.ts";
import { EngineLost } from "#web/features/analytics/engine/keeper.ts";
import { SqlRefused } from "#web/features/analytics/engine/read.ts";
import { refusalText } from "#web/features/analytics/query/refusal-text.ts";
import { SourceUnreadable } from "#web/features/sources/source-state.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Popover } from "#web/ui/popover.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import type { Shown } from "./widget-result.ts";

/** The file lies on another device: what it is called, and where to add it. */
export function WidgetAbsent(props: { tables: readonly string[] }) {
  const t = useTexts();
  const { dashboard } = useDashboard();
  return (
    <div class="flex h-full flex-col justify-center-safe gap-1 text-small">
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

/** Why a widget shows nothing, the engine's own words a click away, and a way to ask again. The other widgets are not held up. */
export function WidgetFailed(props: {
  trouble: Extract<Shown, { kind: "failed" | "unread" }>;
  known: readonly Table[];
  /** In a tile of one figure: a short word and a button, the reason behind it. */
  small: boolean;
  onAgain: () => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const say = useProblemText();
  const words = () => t().dashboards.widget;
  const title = () =>
    props.trouble.kind === "unread" ? words().unread(props.trouble.tables) : words().failed;
  const advice = (): string => {
    const { error, kind } = props.trouble;
    if (error instanceof EngineLost) return t().analytics.engine.lostBody;
    if (error instanceof EngineUnavailable) return t().analytics.engine.unavailableBody;
    if (error instanceof SourceUnreadable) return t().workspaces.sources.unreadable;
    if (error instanceof ApiProblem) return say(error);
    if (kind === "unread") return error === undefined ? words().stopped : words().unreadBody;
    const [table] = props.known;
    return refusalText(error instanceof SqlRefused ? error.refusal : { code: "other" }, {
      sql: props.trouble.kind === "failed" ? props.trouble.sql : "",
      known: { table: table?.name ?? "", columns: table?.columns.map(({ name }) => name) ?? [] },
      t: t().analytics.query.advice,
      f: f(),
    });
  };
  const message = (): string => {
    const { error } = props.trouble;
    const told = error instanceof EngineLost || error instanceof ApiProblem;
    return error instanceof Error && !told ? error.message : "";
  };
  const again = () => (
    <Button size="sm" icon={IconAgain} onClick={() => props.onAgain()}>
      {words().retry}
    </Button>
  );
  const reason = () => (
    <>
      <p class="font-medium text-bad">{title()}</p>
      <p class="wrap-anywhere text-ink-2">{advice()}</p>
      <EngineMessage text={message()} />
    </>
  );
  return (
    <Show
      when={!props.small}
      fallback={
        <div role="alert" class="flex items-center justify-between gap-2 text-small">
          <Popover
            label={title()}
            class="w-72 p-3 text-small"
            trigger={(attributes) => (
              <TextButton {...attributes} class="flex min-w-0 items-center gap-1.5" title={title()}>
                <Icon of={IconAlert} class="shrink-0 text-bad" />
                <span class="truncate">{words().short}</span>
              </TextButton>
            )}
          >
            {reason()}
          </Popover>
          {again()}
        </div>
      }
    >
      <div role="alert" class="flex h-full gap-2 overflow-y-auto text-small">
        <Icon of={IconAlert} class="mt-0.5 shrink-0 text-bad" />
        <div class="min-w-0">
          {reason()}
          <div class="mt-2">{again()}</div>
        </div>
      </div>
    </Show>
  );
}
