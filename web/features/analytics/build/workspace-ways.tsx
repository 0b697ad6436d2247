import IconAsk from "~icons/lucide/sparkles";
import IconSql from "~icons/lucide/square-terminal";
import IconBuild from "~icons/lucide/blocks";
import { A } from "@solidjs/router";
import { Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { cx } from "#web/ui/cx.ts";
import { Icon, type IconComponent } from "#web/ui/icon.tsx";

type Way = "ask" | "build" | "sql";

/** The ways to a question of a workspace, side by side: asking it, building it, or writing it. */
export function WorkspaceWays(props: {
  workspaceId: string;
  at: Way;
  /** The saved question that is being built or written. */
  question?: string | undefined;
}) {
  const t = useTexts();
  const href = (to: Way): string => {
    const base = `/analytics/w/${props.workspaceId}`;
    if (to === "ask") return `${base}/ask`;
    const search = [
      ...(to === "sql" ? ["sql=1"] : []),
      ...(props.question === undefined ? [] : [`question=${props.question}`]),
    ].join("&");
    return `${base}/build${search && `?${search}`}`;
  };
  const way = (to: Way, icon: IconComponent, label: string) => (
    <A
      href={href(to)}
      aria-current={props.at === to ? "page" : undefined}
      class={cx(
        "touch-target inline-flex h-7 shrink-0 items-center whitespace-nowrap gap-1.5 rounded-2 px-2 font-medium phone:h-11 phone:px-3",
        props.at === to ? "bg-chip text-ink" : "text-ink-2 hover:bg-hover hover:text-ink",
      )}
    >
      <Icon of={icon} /> {label}
    </A>
  );
  return (
    <nav
      aria-label={t().analyticsBuild.ways}
      class="flex shrink-0 gap-1 overflow-x-auto border-b border-line px-3 py-1.5"
    >
      <Show when={session.can("analytics.ask")}>
        {way("ask", IconAsk, t().workspaces.page.ask)}
      </Show>
      {way("build", IconBuild, t().analyticsBuild.tab)}
      {way("sql", IconSql, t().analyticsBuild.sql.title)}
    </nav>
  );
}
