import IconColumns from "~icons/lucide/columns-3-cog";
import IconReset from "~icons/lucide/undo-2";
import IconSearch from "~icons/lucide/search";
import { useSearchParams } from "@solidjs/router";
import { createEffect, createSignal, on, onCleanup } from "solid-js";
import type { ClientView } from "#domain/clients/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { onShortcuts } from "#web/lib/shortcuts.ts";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import type { GridColumn } from "#web/ui/grid/column.ts";
import { orderedColumns, toggled, type ColumnLayout } from "#web/ui/grid/layout.ts";
import { IconButton } from "#web/ui/icon-button.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { FIRST_LAYOUT } from "./columns.tsx";

const PAUSE_MS = 200;

/** The words to look for (/), kept in the address once the person pauses. */
export function ListSearch(props: { words: string | undefined }) {
  const t = useTexts();
  const [, setParams] = useSearchParams();
  const [typed, setTyped] = createSignal<string>();
  let input: HTMLInputElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  onShortcuts(() => ({ "/": () => input?.focus() }));
  const take = (words: string) => {
    clearTimeout(timer);
    setParams({ q: words.trim() || undefined }, { replace: true });
  };
  // Another view brings other words; what is typed here keeps its last space meanwhile.
  createEffect(
    on(
      () => props.words,
      (words) => {
        if ((typed() ?? "").trim() !== (words ?? "")) setTyped(undefined);
      },
      { defer: true },
    ),
  );
  return (
    <TextField
      label={t().clients.filter.search}
      labelHidden
      type="search"
      size="sm"
      icon={IconSearch}
      placeholder={t().clients.filter.search}
      aria-keyshortcuts="/"
      ref={(element) => (input = element)}
      class="w-52 phone:w-full"
      value={typed() ?? props.words ?? ""}
      onInput={(words) => {
        setTyped(words);
        clearTimeout(timer);
        timer = setTimeout(() => take(words), PAUSE_MS);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") take(event.currentTarget.value);
        else if (event.key === "Escape" && event.currentTarget.value) {
          setTyped("");
          take("");
        } else return;
        event.preventDefault();
      }}
    />
  );
}

/** Which columns are drawn. */
export function ColumnsMenu(props: {
  columns: readonly GridColumn<ClientView>[];
  layout: ColumnLayout;
  onLayout: (layout: ColumnLayout) => void;
}) {
  const t = useTexts();
  return (
    <DropdownMenu
      placement="bottom-end"
      items={[
        ...orderedColumns(props.columns, props.layout)
          .filter((column) => !column.fixed)
          .map((column) => ({
            kind: "check" as const,
            label: t().clients.fields[column.id as "stage"],
            checked: !props.layout.hidden.includes(column.id),
            onChange: () => props.onLayout(toggled(props.layout, column.id)),
          })),
        { kind: "separator" as const },
        {
          label: t().clients.resetColumns,
          icon: IconReset,
          onSelect: () => props.onLayout(FIRST_LAYOUT),
        },
      ]}
      trigger={(attributes) => (
        <IconButton
          {...attributes}
          icon={IconColumns}
          label={t().clients.columns}
          quiet
          class="phone:hidden"
        />
      )}
    />
  );
}
