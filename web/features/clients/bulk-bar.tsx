import IconTrash from "~icons/lucide/trash-2";
import IconX from "~icons/lucide/x";
import { For } from "solid-js";
import type { ClientChanges, ClientView } from "#domain/clients/model.ts";
import { PRIORITIES, STAGES, STATUSES } from "#domain/clients/values.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import type { MenuEntry } from "#web/ui/menu-entry.ts";
import IconChevron from "~icons/lucide/chevron-down";
import { useClients } from "./context.ts";
import { stageLook } from "./stages.ts";

/** What can be done with the selected clients, over the foot of the list. Everything can be undone. */
export function BulkBar(props: { clients: readonly ClientView[]; onClear: () => void }) {
  const t = useTexts();
  const { people, actions } = useClients();
  const words = () => t().clients.bulk;
  const set = (changes: ClientChanges) => () => {
    actions.saveMany(props.clients, changes);
    props.onClear();
  };
  const menus = (): { label: string; items: readonly MenuEntry[] }[] => [
    {
      label: t().clients.fields.stage,
      items: STAGES.map((stage) => ({
        label: t().clients.stage[stage],
        icon: stageLook(stage).icon,
        onSelect: set({ stage }),
      })),
    },
    {
      label: t().clients.fields.ownerId,
      items: [
        ...people.all().map(({ id, name }) => ({ label: name, onSelect: set({ ownerId: id }) })),
        { label: t().clients.empty.owner, onSelect: set({ ownerId: null }) },
      ],
    },
    {
      label: t().clients.fields.priority,
      items: PRIORITIES.map((priority) => ({
        label: t().clients.priority[priority],
        onSelect: set({ priority }),
      })),
    },
    {
      label: t().clients.fields.status,
      items: STATUSES.map((status) => ({
        label: t().clients.status[status],
        onSelect: set({ status }),
      })),
    },
  ];
  return (
    <div
      role="toolbar"
      aria-label={words().label}
      class="absolute bottom-12 left-1/2 z-bulk flex max-w-[calc(100%-2rem)] -translate-x-1/2 items-center gap-1 overflow-x-auto rounded-3 border border-line-2 bg-raised p-1.5 shadow-3 animate-rise"
    >
      <span role="status" class="num whitespace-nowrap px-2 font-medium">
        {words().selected(props.clients.length)}
      </span>
      <span aria-hidden="true" class="mx-1 h-4 w-px shrink-0 bg-line-2" />
      <For each={props.clients.every((client) => client.can.write) ? menus() : []}>
        {(menu) => (
          <DropdownMenu
            placement="top-start"
            items={menu.items}
            trigger={(attributes) => (
              <Button {...attributes} kind="ghost" iconAfter={IconChevron}>
                {menu.label}
              </Button>
            )}
          />
        )}
      </For>
      <Button
        kind="ghost"
        icon={IconTrash}
        class="text-bad"
        disabled={!props.clients.every((client) => client.can.delete)}
        onClick={() => {
          actions.remove(props.clients);
          props.onClear();
        }}
      >
        {words().delete}
      </Button>
      <IconButton icon={IconX} label={words().clear} quiet onClick={() => props.onClear()} />
    </div>
  );
}
