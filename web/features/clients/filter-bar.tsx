import { useSearchParams } from "@solidjs/router";
import { createSignal, For, Show, type JSX } from "solid-js";
import type { ClientFilter } from "#domain/clients/filter.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { onShortcuts } from "#web/lib/shortcuts.ts";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { AddFilterChip, FilterChip } from "#web/ui/filter-chip.tsx";
import { Popover } from "#web/ui/popover.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { useClients } from "./context.ts";
import { FilterEditor } from "./filter-editor.tsx";
import { BARE, filterParams, type ListAddress } from "./view-state.ts";

export type FilterField = Exclude<keyof ClientFilter, "q">;

const FIELDS: readonly FilterField[] = [
  "nextActionBefore",
  "stage",
  "ownerId",
  "status",
  "priority",
  "size",
  "sector",
];

/** The conditions of the list, each changed or taken away in place, and the way to another (F). */
export function FilterBar(props: { address: ListAddress; end?: JSX.Element }) {
  const t = useTexts();
  const f = useFormat();
  const { people } = useClients();
  const [, setParams] = useSearchParams();
  const [open, setOpen] = createSignal<FilterField>();
  const [menu, setMenu] = createSignal(false);
  onShortcuts(() => ({ f: () => setMenu(true) }));

  const filter = () => props.address.filter;
  const shown = () => FIELDS.filter((field) => filter()[field] !== undefined || open() === field);
  const label = (field: FilterField) =>
    t().clients.fields[field === "nextActionBefore" ? "nextAction" : field];
  const change = (field: FilterField, value: unknown) =>
    setParams(filterParams({ ...filter(), [field]: value }));

  const value = (field: FilterField): string => {
    const now = filter();
    if (field === "nextActionBefore")
      return now.nextActionBefore ? f().day(now.nextActionBefore) : "…";
    if (field === "sector") return now.sector ?? "…";
    const list = now[field] ?? [];
    const [only] = list;
    if (only === undefined) return "…";
    if (field === "ownerId") {
      if (list.length > 1) return t().clients.filter.people(list.length);
      return only === "none" ? t().clients.empty.owner : people.find(only).name;
    }
    const names: Readonly<Record<string, string>> = t().clients[field];
    return list.length > 2
      ? t().clients.filter.values(list.length)
      : list.map((item) => names[item] ?? item).join(", ");
  };
  const operator = (field: FilterField): string => {
    if (field === "nextActionBefore") return t().clients.filter.before;
    const now = filter()[field];
    return Array.isArray(now) && now.length > 1 ? t().clients.filter.among : t().clients.filter.is;
  };

  return (
    <div class="flex min-h-bar shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-1.5 phone:flex-nowrap phone:overflow-x-auto">
      <For each={shown()}>
        {(field) => (
          <Popover
            label={t().clients.filter.edit(label(field))}
            open={open() === field}
            onOpenChange={(on) => setOpen(on ? field : undefined)}
            trigger={(attributes) => (
              <FilterChip
                {...attributes}
                field={label(field)}
                operator={operator(field)}
                value={value(field)}
                active={props.address.edited}
                onRemove={() => {
                  setOpen(undefined);
                  change(field, undefined);
                }}
              />
            )}
          >
            <FilterEditor
              field={field}
              label={label(field)}
              filter={filter()}
              onChange={(next) => change(field, next)}
            />
          </Popover>
        )}
      </For>
      <DropdownMenu
        open={menu()}
        onOpenChange={setMenu}
        items={FIELDS.filter((field) => !shown().includes(field)).map((field) => ({
          label: label(field),
          // The menu gives the focus back first; the editor takes it then.
          onSelect: () => setTimeout(() => setOpen(field), 50),
        }))}
        trigger={(attributes) => <AddFilterChip {...attributes} aria-keyshortcuts="F" />}
      />
      <Show when={props.address.edited}>
        <TextButton class="text-small" onClick={() => setParams({ ...BARE })}>
          {t().clients.filter.reset}
        </TextButton>
      </Show>
      <span class="flex-1" />
      {props.end}
    </div>
  );
}
