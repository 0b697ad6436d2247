import IconChevron from "~icons/lucide/chevron-right";
import IconPlus from "~icons/lucide/plus";
import { createSignal, createUniqueId, For, Show } from "solid-js";
import type { CatalogueTable as Table } from "#domain/connections/catalogue.ts";
import { columnIcon } from "#web/features/analytics/column-icon.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { Icon } from "#web/ui/icon.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";

/** One table of a database; its columns unfold below. */
export function CatalogueTable(props: { table: Table; open: boolean; onAdd?: () => void }) {
  const t = useTexts();
  const f = useFormat();
  const id = createUniqueId();
  const words = () => t().connections.tables;
  const [turned, setTurned] = createSignal(false);
  const open = () => props.open !== turned();
  const name = () => `${props.table.schema}.${props.table.name}`;
  return (
    <li>
      <div class="flex items-center gap-2 px-2 py-1">
        <button
          type="button"
          class="flex min-w-0 flex-1 items-center gap-2 rounded-2 p-1 text-left hover:bg-hover"
          aria-expanded={open()}
          aria-controls={id}
          onClick={() => setTurned(!turned())}
        >
          <Icon of={IconChevron} size={14} class={cx("shrink-0", open() && "rotate-90")} />
          <span class="min-w-0 truncate font-mono text-small">{name()}</span>
          <span class="num ml-auto shrink-0 text-small text-ink-3">
            <Show when={props.table.view}>{words().view} · </Show>
            {words().columns(props.table.columns.length)}
            <Show when={props.table.rows !== null}>
              {" "}
              · {words().rows(f().number(props.table.rows ?? 0))}
            </Show>
          </span>
        </button>
        <Show when={props.onAdd}>
          {(add) => (
            <IconButton
              size="sm"
              quiet
              icon={IconPlus}
              label={words().add(name())}
              onClick={() => add()()}
            />
          )}
        </Show>
      </div>
      <Show when={open()}>
        <ul id={id} class="pb-2 pl-10 pr-3">
          <For each={props.table.columns}>
            {(column) => (
              <li class="flex items-center gap-2 py-0.5 text-small">
                <Icon of={columnIcon(column.kind)} size={14} class="shrink-0 text-ink-3" />
                <span class="min-w-0 truncate font-mono">{column.name}</span>
                <span class="ml-auto shrink-0 text-ink-3">{column.type}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </li>
  );
}
