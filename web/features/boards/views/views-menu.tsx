import IconAll from "~icons/lucide/layout-grid";
import IconPencil from "~icons/lucide/pencil";
import IconSave from "~icons/lucide/bookmark-plus";
import IconTrash from "~icons/lucide/trash-2";
import IconUpdate from "~icons/lucide/save";
import IconView from "~icons/lucide/bookmark";
import { useQueryClient } from "@tanstack/solid-query";
import { createEffect, createMemo, createSignal, Show } from "solid-js";
import { newId } from "#domain/ids.ts";
import type { SavedView } from "#domain/boards/saved-view.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { Button } from "#web/ui/button.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import type { MenuEntry } from "#web/ui/menu-entry.ts";
import { useToasts } from "#web/ui/toast-store.ts";
import { NO_FILTER } from "#web/features/boards/board/filter.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { configOf, fingerprint, putView, savedViewsQuery, showView } from "./saved-views.ts";
import { FIRST_LOOK } from "./view-state.ts";
import { ViewDialog } from "./view-dialog.tsx";

const { on: _on, ...FIRST } = FIRST_LOOK;
const WHOLE = { ...FIRST, filter: NO_FILTER };

/** The saved views of the board: one's own and the shared ones, to show, keep, rename, share and delete. */
export function ViewsMenu() {
  const t = useTexts();
  const say = useProblemText();
  const toasts = useToasts();
  const room = useRoom();
  const queries = useQueryClient();
  const board = () => room.record().id;
  const views = useQuery(() => savedViewsQuery(board()));
  const [chosenId, setChosenId] = createSignal<string | null>(null);
  const [asking, setAsking] = createSignal<"new" | "rename" | null>(null);
  const again = () => void queries.invalidateQueries({ queryKey: ["boardViews"] });
  onLive("boardViews", again);

  const all = () => (views.isSuccess ? views.data.items : []);
  const now = createMemo(() => fingerprint(configOf(room)));
  /** The view that was chosen last, however it was changed since, else one that shows the same. */
  const chosen = createMemo(
    () =>
      all().find(({ id }) => id === chosenId()) ??
      all().find(({ config }) => fingerprint(config) === now()),
  );
  const changed = () => {
    const view = chosen();
    return view !== undefined && fingerprint(view.config) !== now();
  };
  const show = (view: SavedView) => {
    setChosenId(view.id);
    showView(room, view.config);
  };
  // The board opens with its default, unless its address says how.
  let opened = false;
  createEffect(() => {
    if (opened || !views.isSuccess) return;
    opened = true;
    const first = all().find(({ isDefault }) => isDefault);
    if (first && now() === fingerprint(WHOLE)) show(first);
  });

  /** Does something of a view, says what went wrong with it, and reads the views anew either way. */
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      toasts.show({ text: say(error), tone: "bad" });
    }
    again();
  };
  const update = (view: SavedView) =>
    attempt(async () => {
      await putView({ ...view, config: configOf(room) });
      toasts.show({ text: t().boardViews.saved.updated(view.name) });
    });
  const remove = (view: SavedView) =>
    attempt(async () => {
      const params = { id: board(), view: view.id };
      const gone = await api("delete /boards/{id}/views/{view}", { params });
      setChosenId(null);
      toasts.show({
        text: t().boardViews.saved.removed(view.name),
        onUndo: () => void attempt(() => putView(gone)),
      });
    });
  const choose = (view: SavedView, on: boolean) =>
    attempt(() =>
      api("put /boards/{id}/default-view", {
        params: { id: board() },
        body: { view: on ? view.id : null },
      }),
    );
  const keep = async (words: { name: string; shared: boolean }) => {
    const made = { id: newId("bvw"), boardId: board(), version: null, config: configOf(room) };
    const saved = await putView({
      ...(asking() === "rename" ? (chosen() ?? made) : made),
      ...words,
    });
    setChosenId(saved.id);
    await queries.invalidateQueries({ queryKey: ["boardViews"] });
  };

  const entry = (view: SavedView): MenuEntry => ({
    label: view.name,
    icon: IconView,
    note: view.isDefault ? t().boardViews.saved.default : undefined,
    chosen: chosen()?.id === view.id,
    onSelect: () => show(view),
  });
  const group = (label: string, list: readonly SavedView[]): MenuEntry[] =>
    list.length === 0 ? [] : [{ kind: "group", label, items: list.map(entry) }];
  const own = (view: SavedView): MenuEntry[] => [
    {
      kind: "check",
      label: t().boardViews.saved.byDefault,
      checked: view.isDefault,
      onChange: (on) => void choose(view, on),
    },
    ...(view.can.write
      ? [
          {
            label: t().boardViews.saved.update(view.name),
            icon: IconUpdate,
            disabled: !changed(),
            onSelect: () => void update(view),
          },
          {
            label: t().boardViews.saved.rename,
            icon: IconPencil,
            onSelect: () => setAsking("rename" as const),
          },
          {
            label: t().boardViews.saved.remove,
            icon: IconTrash,
            danger: true,
            onSelect: () => void remove(view),
          },
        ]
      : []),
  ];
  const items = (): MenuEntry[] => {
    const view = chosen();
    const mine = all().filter(({ ownerId }) => ownerId === room.me());
    const others = all().filter(({ ownerId }) => ownerId !== room.me());
    return [
      {
        label: t().boardViews.saved.all,
        icon: IconAll,
        chosen: !view && now() === fingerprint(WHOLE),
        onSelect() {
          setChosenId(null);
          showView(room, WHOLE);
        },
      },
      ...group(t().boardViews.saved.mine, mine),
      ...group(t().boardViews.saved.shared, others),
      { kind: "separator" },
      {
        label: t().boardViews.saved.saveAs,
        icon: IconSave,
        onSelect: () => setAsking("new"),
      },
      ...(view ? own(view) : []),
    ];
  };
  return (
    <>
      <DropdownMenu
        items={items()}
        trigger={(attributes) => (
          <Button {...attributes} kind="ghost" size="sm" icon={IconView}>
            <span class="max-w-40 truncate">{chosen()?.name ?? t().boardViews.saved.menu}</span>
            <Show when={changed()}>
              <span class="text-small text-ink-3">
                <span class="sr-only">, </span>
                {t().boardViews.saved.changed}
              </span>
            </Show>
          </Button>
        )}
      />
      <ViewDialog
        open={asking() !== null}
        title={
          asking() === "rename" ? t().boardViews.saved.renameTitle : t().boardViews.saved.saveTitle
        }
        body={asking() === "rename" ? "" : t().boardViews.saved.saveBody}
        first={{
          name: asking() === "rename" ? (chosen()?.name ?? "") : "",
          shared: asking() === "rename" && (chosen()?.shared ?? false),
        }}
        may={session.can("boards.write")}
        onClose={() => setAsking(null)}
        onSave={keep}
      />
    </>
  );
}
