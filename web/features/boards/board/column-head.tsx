import IconArchive from "~icons/lucide/archive";
import IconLeft from "~icons/lucide/arrow-left";
import IconRight from "~icons/lucide/arrow-right";
import IconLock from "~icons/lucide/lock";
import IconMore from "~icons/lucide/ellipsis";
import IconGauge from "~icons/lucide/gauge";
import IconPencil from "~icons/lucide/pencil";
import IconPlus from "~icons/lucide/plus";
import IconShapes from "~icons/lucide/shapes";
import IconTrash from "~icons/lucide/trash-2";
import IconWarn from "~icons/lucide/triangle-alert";
import { createSignal, Show } from "solid-js";
import { CATEGORIES, type Column } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Chip } from "#web/ui/chip.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import type { MenuEntry } from "#web/ui/menu-entry.ts";
import { useArchive } from "#web/features/boards/archive/archive-actions.ts";
import { CategoryIcon } from "./category-icon.tsx";
import { excess, isFull } from "./full.ts";
import { LimitDialog } from "./limit-dialog.tsx";
import { NameDialog } from "./name-dialog.tsx";
import { useRoom } from "./room.tsx";

/** Head of a column: meaning, name, count against its limit, and what can be done with it. */
export function ColumnHead(props: {
  column: Column;
  /** How many of its cards the filter leaves. */
  shown: number;
  onCompose: () => void;
}) {
  const t = useTexts();
  const room = useRoom();
  const archives = useArchive();
  const [open, setOpen] = createSignal<"name" | "limit" | null>(null);
  const at = () => room.live.columns().findIndex(({ id }) => id === props.column.id);
  const move = (by: -1 | 1) => {
    const others = room.live.columns().filter(({ id }) => id !== props.column.id);
    const to = at() + by;
    const after = others[to - 1]?.id ?? null;
    const before = others[to]?.id ?? null;
    void room.live.act({ kind: "column.move", column: props.column.id, after, before });
  };
  const remove = () => {
    const others = room.live.columns().filter(({ id }) => id !== props.column.id);
    const moveTo = others[Math.max(0, at() - 1)]?.id ?? null;
    void room.live.act({ kind: "column.delete", column: props.column.id, moveTo });
  };
  const change = (set: Partial<Pick<Column, "category">>) =>
    void room.live.act({ kind: "column.update", column: props.column.id, set });
  const over = () => excess(room, props.column);
  /** Its limit keeps further cards out now. */
  const full = () => isFull(room, props.column);
  const menu = (): MenuEntry[] => [
    { label: t().boardScreen.column.rename, icon: IconPencil, onSelect: () => setOpen("name") },
    { label: t().boardScreen.column.limit, icon: IconGauge, onSelect: () => setOpen("limit") },
    {
      kind: "sub",
      label: t().boardScreen.column.category,
      icon: IconShapes,
      items: CATEGORIES.map((category) => ({
        label: t().boards.columns[category],
        chosen: props.column.category === category,
        onSelect: () => change({ category }),
      })),
    },
    {
      label: t().boardScreen.column.left,
      icon: IconLeft,
      disabled: at() === 0,
      onSelect: () => move(-1),
    },
    {
      label: t().boardScreen.column.right,
      icon: IconRight,
      disabled: at() === room.live.columns().length - 1,
      onSelect: () => move(1),
    },
    { kind: "separator" },
    {
      label: t().boardCard.archive.allDone,
      icon: IconArchive,
      disabled: room.live.cardIds(props.column.id).length === 0,
      onSelect: () => archives.cards(room.live.cardIds(props.column.id)),
    },
    {
      label: t().boardCard.archive.columnAction,
      icon: IconArchive,
      disabled: room.live.columns().length === 1,
      onSelect: () => void archives.column(props.column.id, props.column.name),
    },
    {
      label: t().boardScreen.column.remove,
      icon: IconTrash,
      danger: true,
      disabled: room.live.columns().length === 1,
      onSelect: remove,
    },
  ];
  /** All of its cards: a limit is on those, whatever is shown. */
  const count = () => {
    const all = room.live.cardIds(props.column.id).length;
    if (room.filtering() && all > 0) return t().boardScreen.column.of(props.shown, all);
    return props.column.wipLimit === null ? String(all) : `${all}/${props.column.wipLimit}`;
  };
  return (
    <header class="px-2 pb-0.5">
      <div class="flex h-9 items-center gap-1.5 pl-1">
        <CategoryIcon category={props.column.category} />
        <h2 class="truncate font-semibold">{props.column.name}</h2>
        <Show
          when={over() > 0 && !room.filtering()}
          fallback={
            <Show
              when={full() && !room.filtering()}
              fallback={<span class="num shrink-0 text-ink-3">{count()}</span>}
            >
              <Chip tone="neutral" icon={IconLock}>
                <span class="num" title={t().boardCard.limit.fullHint}>
                  {count()}
                </span>
              </Chip>
            </Show>
          }
        >
          <Chip tone="warn" icon={IconWarn}>
            <span class="num">{count()}</span>
          </Chip>
        </Show>
        <span class="flex-1" />
        <Show when={room.may.write()}>
          <IconButton
            icon={IconPlus}
            size="sm"
            label={t().boardScreen.column.add(props.column.name)}
            onClick={() => props.onCompose()}
          />
        </Show>
        <Show when={room.may.manage()}>
          <DropdownMenu
            items={menu()}
            placement="bottom-end"
            trigger={(attributes) => (
              <IconButton
                {...attributes}
                icon={IconMore}
                size="sm"
                label={t().boardScreen.column.menu(props.column.name)}
              />
            )}
          />
        </Show>
      </div>
      <Show when={over() > 0}>
        <p class="px-1 pb-1 text-micro text-warn">{t().boardScreen.column.over(over())}</p>
      </Show>
      <NameDialog
        open={open() === "name"}
        title={t().boardScreen.column.renameTitle}
        value={props.column.name}
        most={60}
        onClose={() => setOpen(null)}
        onSave={(name) =>
          room.live.act({ kind: "column.update", column: props.column.id, set: { name } })
        }
      />
      <LimitDialog
        open={open() === "limit"}
        value={props.column.wipLimit}
        block={props.column.wipBlock}
        onClose={() => setOpen(null)}
        onSave={(wipLimit, wipBlock) =>
          room.live.act({
            kind: "column.update",
            column: props.column.id,
            set: { wipLimit, wipBlock },
          })
        }
      />
    </header>
  );
}
