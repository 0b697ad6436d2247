import { useSearchParams } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { AddressSearch } from "#web/lib/address-search.tsx";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useQuery } from "#web/lib/query.ts";
import { onShortcuts } from "#web/lib/shortcuts.ts";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { AddFilterChip, FilterChip } from "#web/ui/filter-chip.tsx";
import { Popover } from "#web/ui/popover.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { BARE, type LogFilter, type LogTab } from "./address.ts";
import { FilterEditor, type FilterField } from "./filter-editor.tsx";
import { namesQuery, peopleQuery } from "./queries.ts";

const FIELDS: Record<LogTab, readonly FilterField[]> = {
  audit: ["actor", "entity", "action", "from", "to"],
  access: ["actor", "action", "from", "to"],
  "sign-ins": ["actor", "action", "from", "to"],
};

/** The conditions of a log, each changed or taken away in place, and the way to another (F). */
export function FilterBar(props: { tab: LogTab; filter: LogFilter }) {
  const t = useTexts();
  const f = useFormat();
  const [, setParams] = useSearchParams();
  const [open, setOpen] = createSignal<FilterField>();
  const [menu, setMenu] = createSignal(false);
  const actors = useQuery(() => ({
    ...peopleQuery(props.tab),
    enabled: props.filter.actor !== undefined,
  }));
  const record = useQuery(() => namesQuery(props.filter.record ? [props.filter.record] : []));
  onShortcuts(() => ({ f: () => setMenu(true) }));

  const words = () => t().audit.filter;
  const name = (field: FilterField) =>
    props.tab === "sign-ins" && field === "actor" ? words().person : words()[field];
  const shown = () =>
    FIELDS[props.tab].filter((field) => props.filter[field] !== undefined || open() === field);
  const value = (field: FilterField): string => {
    const now = props.filter[field];
    if (now === undefined) return "…";
    if (field === "from" || field === "to") return f().day(now);
    if (field === "actor") {
      const found = actors.isSuccess ? actors.data.items.find(({ id }) => id === now) : undefined;
      return found ? found.name || t().audit.system : "…";
    }
    const { actions, accesses, entities } = t().audit;
    const { events } = t().identity;
    const names: Readonly<Record<string, string>> =
      field === "entity" ? entities : { ...actions, ...accesses, ...events };
    return names[now] ?? now;
  };
  const recordName = () => (record.isSuccess ? record.data.items[0]?.name : undefined) ?? "…";
  const narrowed = () => Object.keys(props.filter).length > 0;

  return (
    <div class="flex min-h-bar shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-1.5 phone:flex-nowrap phone:overflow-x-auto">
      <Show when={props.tab !== "access"}>
        <AddressSearch
          words={props.filter.q}
          label={props.tab === "audit" ? words().search : words().searchSignIns}
          class="w-72 phone:w-60 phone:shrink-0"
        />
      </Show>
      <Show when={props.filter.record}>
        <FilterChip
          field={words().recordHistory}
          value={recordName()}
          active
          onRemove={() => setParams({ record: undefined })}
        />
      </Show>
      <For each={shown()}>
        {(field) => (
          <Popover
            label={name(field)}
            open={open() === field}
            onOpenChange={(on) => setOpen(on ? field : undefined)}
            class="w-64"
            trigger={(attributes) => (
              <FilterChip
                {...attributes}
                field={name(field)}
                value={value(field)}
                onRemove={() => {
                  setOpen(undefined);
                  setParams({ [field]: undefined });
                }}
              />
            )}
          >
            <FilterEditor
              field={field}
              tab={props.tab}
              filter={props.filter}
              onChange={(next) => {
                setOpen(undefined);
                setParams({ [field]: next });
              }}
            />
          </Popover>
        )}
      </For>
      <DropdownMenu
        open={menu()}
        onOpenChange={setMenu}
        items={FIELDS[props.tab]
          .filter((field) => !shown().includes(field))
          .map((field) => ({
            label: name(field),
            // The menu gives the focus back first; the editor takes it then.
            onSelect: () => setTimeout(() => setOpen(field), 50),
          }))}
        trigger={(attributes) => <AddFilterChip {...attributes} aria-keyshortcuts="F" />}
      />
      <Show when={narrowed()}>
        <TextButton class="shrink-0 text-small" onClick={() => setParams({ ...BARE })}>
          {words().clear}
        </TextButton>
      </Show>
    </div>
  );
}
