import { useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
import type { AuditEntry } from "#domain/audit/model.ts";
import { labelWords } from "#domain/audit/value-words.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { cx } from "#web/ui/cx.ts";
import { Icon } from "#web/ui/icon.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { actionIcon } from "./action-icon.ts";
import { BARE } from "./address.ts";
import { Differences } from "./differences.tsx";
import { LogRow } from "./log-row.tsx";
import { recordLink } from "./record-link.ts";
import { shownChanges, sidesOf } from "./shown-changes.ts";
import { SourceFacts } from "./source-facts.tsx";

/** Who did what to what; opens to the differences, to where it came from, and to the record's whole history. */
export function AuditRow(props: { entry: AuditEntry; record: string | undefined }) {
  const t = useTexts();
  const [, setParams] = useSearchParams();
  const words = () => t().audit.row;
  const actions = (): Readonly<Record<string, string>> => t().audit.actions;
  const action = () => actions()[props.entry.action] ?? props.entry.action;
  const label = () => labelWords(t(), props.entry.entity, props.entry.label) || t().audit.unnamed;
  const link = () => {
    const found = recordLink(props.entry);
    return found && session.can(found.permission) ? found.href : null;
  };
  const mark = () => actionIcon(props.entry.action);
  const fields = (): Readonly<Record<string, string>> => t().audit.fields;
  /** Which fields an update changed: two by name, the others counted. What came or went says nothing here. */
  const summary = () => {
    const changes = shownChanges(props.entry.action, props.entry.changes);
    const sides = sidesOf(changes);
    if (!sides.before || !sides.after) return "";
    const names = changes.map(({ field }) => fields()[field] ?? field);
    const shown = names.slice(0, 2).join(", ");
    return names.length > 2 ? words().more(shown, names.length - 2) : shown;
  };
  return (
    <LogRow
      entry={props.entry}
      label={words().open(action(), labelWords(t(), props.entry.entity, props.entry.label))}
      details={() => (
        <>
          <Differences entry={props.entry} />
          <SourceFacts entry={props.entry} />
          <Show when={props.record !== props.entry.entityId}>
            <TextButton
              class="mt-2 text-small"
              onClick={() => setParams({ ...BARE, record: props.entry.entityId })}
            >
              {words().history}
            </TextButton>
          </Show>
        </>
      )}
    >
      <Icon of={mark().icon} size={14} class={cx("shrink-0", mark().tone)} />
      <span class="shrink-0 text-ink-2">{action()}</span>
      <Show when={props.entry.label !== "" || link()}>
        <Show when={link()} fallback={<span class="min-w-0 truncate font-medium">{label()}</span>}>
          {(href) => (
            <a
              href={href()}
              class="relative min-w-0 truncate rounded-1 font-medium underline-offset-2 hover:underline"
            >
              {label()}
            </a>
          )}
        </Show>
      </Show>
      <span class="ml-auto min-w-0 shrink-[2] truncate pl-4 text-small text-ink-3 phone:hidden">
        {summary()}
      </span>
    </LogRow>
  );
}
