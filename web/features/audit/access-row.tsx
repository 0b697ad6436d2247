import IconExport from "~icons/lucide/download";
import IconRead from "~icons/lucide/eye";
import { Show } from "solid-js";
import type { AccessEntry } from "#domain/audit/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { AccessDetail } from "./access-detail.tsx";
import { LogRow } from "./log-row.tsx";
import { OpenedPath } from "./opened-path.tsx";
import { SourceFacts } from "./source-facts.tsx";

/** Who read what; opens to what an export held and from where it was asked for. */
export function AccessRow(props: { entry: AccessEntry }) {
  const t = useTexts();
  const actions = (): Readonly<Record<string, string>> => t().audit.accesses;
  const action = () => actions()[props.entry.action] ?? props.entry.action;
  const exported = () => props.entry.action.endsWith(".exported");
  /** What somebody of the support asked for. */
  const opened = () => {
    const path = props.entry.detail["path"];
    return props.entry.action === "support.opened" && typeof path === "string" ? path : undefined;
  };
  return (
    <LogRow
      entry={props.entry}
      label={t().audit.row.open(action(), "")}
      details={() => (
        <>
          <Show when={exported()}>
            <AccessDetail detail={props.entry.detail} />
          </Show>
          <Show when={opened()}>{(path) => <OpenedPath path={path()} />}</Show>
          <SourceFacts entry={props.entry} />
        </>
      )}
    >
      <Icon of={exported() ? IconExport : IconRead} size={14} class="shrink-0 text-ink-3" />
      <span class="truncate">{action()}</span>
      <Show when={opened()}>
        {(path) => <span class="truncate font-mono text-small text-ink-3">{path()}</span>}
      </Show>
    </LogRow>
  );
}
