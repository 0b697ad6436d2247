import IconOpen from "~icons/lucide/chevron-right";
import { createEffect, on, Show, untrack } from "solid-js";
import type { SourceView } from "#domain/sources/model.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { Icon } from "#web/ui/icon.tsx";
import { BehindNote } from "./behind-note.tsx";
import { CutNote } from "./cut-note.tsx";
import { columnsOf, SourceColumns } from "./source-columns.tsx";
import { SOURCE_ICONS } from "./source-icon.ts";
import { SourceMenu } from "./source-menu.tsx";
import { SourceStatus } from "./source-status.tsx";
import type { Sources } from "./use-sources.ts";

/** One source: what it is and where its rows lie; open, its columns, for which it is read. */
export function SourceCard(props: {
  source: SourceView;
  sources: Sources;
  open: boolean;
  onToggle: () => void;
  onInsert: ((text: string) => void) | undefined;
  /** Asks for the file of a source that lies on another device. */
  onBring: () => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().workspaces.sources;
  const state = () => props.sources.state(props.source.id);
  const read = () => void props.sources.load(props.source).catch(() => undefined);
  const reread = () => {
    props.sources.forget(props.source.id);
    read();
  };
  createEffect(
    on(
      // What its rows come from, and its name in SQL, may change while it is open.
      () => [props.open, JSON.stringify([props.source.details, props.source.table])] as const,
      // What was read here before is read again as well, so that what is closed tells no old rows.
      ([open]) => (open || untrack(state).kind === "ready") && read(),
    ),
  );
  const shared = () =>
    props.source.kind === "shared" && props.source.can.share ? props.source : undefined;
  const rows = () => {
    const now = state();
    return now.kind === "ready" ? now.rows : props.source.rows;
  };
  const info = () => {
    const columns = columnsOf(props.source, state()).length;
    const count = rows();
    if (count === null) return words().columnsOnly(columns, f().number(columns));
    return words().info(count, f().number(count), columns, f().number(columns));
  };
  return (
    <li>
      <div
        class={cx(
          "rounded-card border bg-surface",
          props.open ? "border-accent-line" : "border-line",
        )}
      >
        <div class="flex items-start gap-1 p-1.5">
          <button
            type="button"
            class="flex min-w-0 flex-1 items-start gap-2 rounded-2 p-1.5 text-left hover:bg-hover"
            aria-expanded={props.open}
            onClick={() => props.onToggle()}
          >
            <Icon of={SOURCE_ICONS[props.source.kind]} class="mt-0.5 shrink-0 text-accent" />
            <span class="min-w-0 flex-1">
              <span class="block truncate font-semibold">{props.source.title}</span>
              <span class="num block text-small text-ink-2">{info()}</span>
            </span>
            <Icon
              of={IconOpen}
              size={14}
              class={cx("mt-1 shrink-0 text-ink-3 transition-transform", props.open && "rotate-90")}
            />
          </button>
          <SourceMenu
            source={props.source}
            onReread={props.source.kind === "connection" ? reread : undefined}
          />
        </div>
        <div class="px-3 pb-2.5">
          <SourceStatus
            source={props.source}
            state={state()}
            onRetry={read}
            onStop={() => props.sources.stop(props.source.id)}
            onBring={() => props.onBring()}
          />
          <CutNote sources={props.sources} of={[props.source]} />
          <Show when={shared()}>{(source) => <BehindNote source={source()} />}</Show>
        </div>
      </div>
      <Show when={props.open}>
        <SourceColumns source={props.source} state={state()} onInsert={props.onInsert} />
      </Show>
    </li>
  );
}
