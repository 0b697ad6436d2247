import { A } from "@solidjs/router";
import { Show } from "solid-js";
import type { WorkspaceItem } from "#domain/workspaces/model.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { WorkspaceMenu } from "./workspace-menu.tsx";

/** A workspace among others, with what it holds. */
export function WorkspaceCard(props: { workspace: WorkspaceItem }) {
  const t = useTexts();
  const f = useFormat();
  const counts = () => t().workspaces.counts;
  const held = () =>
    (["sources", "questions", "dashboards"] as const)
      .filter((kind) => props.workspace[kind] > 0 || kind === "sources")
      .map((kind) => counts()[kind](props.workspace[kind], f().number(props.workspace[kind])));
  return (
    <li class="relative flex min-h-28 flex-col rounded-card border border-line bg-surface p-4 hover:border-line-2">
      <div class="flex items-start gap-2">
        <A
          href={`/analytics/w/${props.workspace.id}`}
          class="min-w-0 flex-1 text-lead font-semibold break-words after:absolute after:inset-0 after:rounded-card"
        >
          {props.workspace.title}
        </A>
        <Show when={props.workspace.can.write}>
          <span class="relative z-2 -mt-1 -mr-2">
            <WorkspaceMenu workspace={props.workspace} />
          </span>
        </Show>
      </div>
      <Show when={props.workspace.description}>
        <p class="mt-1 line-clamp-2 text-ink-2">{props.workspace.description}</p>
      </Show>
      <p class="num mt-auto pt-3 text-small text-ink-3">{held().join(" · ")}</p>
    </li>
  );
}
