import { Priority } from "#domain/boards/model.ts";
import { CARD_STATES, DUE_STATES, type DueState } from "#domain/boards/view-config.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import type { MenuEntry } from "#web/ui/menu-entry.ts";
import { NOBODY } from "./filter.ts";
import { useRoom } from "./room.tsx";

const LISTS = ["assignees", "priorities", "clients", "tags", "due", "state"] as const;
type List = (typeof LISTS)[number];

/** What cards can be filtered by besides words: the name of each list, its values in words, and how to choose of them. */
export function useFilterLists() {
  const t = useTexts();
  const room = useRoom();
  const labels: Record<List, (value: string) => string> = {
    assignees: (id) =>
      id === NOBODY ? t().boardScreen.filter.nobody : (room.people().get(id)?.name ?? "?"),
    priorities: (key) =>
      t().boards.priorities[key as keyof ReturnType<typeof t>["boards"]["priorities"]],
    tags: (tag) => tag,
    clients: (id) =>
      id === NOBODY ? t().boardViews.filter.noClient : (room.clientName(id) ?? "?"),
    due: (state) => t().boardViews.filter.states[state as DueState],
    state: (state) => t().boardViews.filter.blocking[state as "blocked"],
  };
  const values: Record<List, () => readonly string[]> = {
    assignees: () => [...room.people().keys(), NOBODY],
    priorities: () => Priority.options.toReversed(),
    tags: () => room.tags(),
    clients: () => [...room.clients(), NOBODY],
    due: () => DUE_STATES,
    state: () => CARD_STATES,
  };
  const names = (): Record<List, string> => ({
    assignees: t().boardScreen.filter.assignee,
    priorities: t().boardScreen.filter.priority,
    tags: t().boardScreen.filter.tag,
    clients: t().boardViews.filter.client,
    due: t().boardViews.filter.due,
    state: t().boardViews.filter.state,
  });
  const held = (list: List): readonly string[] => room.filter[list];
  const change = (list: List, value: string, on: boolean) => {
    const next = on ? [...held(list), value] : held(list).filter((one) => one !== value);
    room.setFilter({ [list]: next });
  };
  const entries = (list: List): MenuEntry[] =>
    values[list]().map((value) => ({
      kind: "check",
      label: labels[list](value),
      checked: held(list).includes(value),
      onChange: (on) => change(list, value, on),
    }));
  return {
    /** Lists of which something is chosen. */
    set: () => LISTS.filter((list) => held(list).length > 0),
    name: (list: List) => names()[list],
    /** What is chosen of a list, in words. */
    chosen: (list: List) => held(list).map(labels[list]).join(", "),
    /** The values of a list, to tick. */
    entries,
    /** Every list that this person may filter by. */
    menu: (): MenuEntry[] =>
      LISTS.filter((list) => list !== "clients" || session.can("clients.read")).map((list) => ({
        kind: "sub",
        label: names()[list],
        items: entries(list),
      })),
    clear: (list: List) => room.setFilter({ [list]: [] }),
  };
}

export type FilterLists = ReturnType<typeof useFilterLists>;
