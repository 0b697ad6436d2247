import { createEffect, createMemo, onCleanup, Show } from "solid-js";
import { Portal } from "solid-js/web";
import type { Card } from "#domain/boards/model.ts";
import { TableColumn } from "#domain/boards/view-config.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { createKeptLayout } from "#web/lib/kept-layout.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { DataGrid } from "#web/ui/grid/data-grid.tsx";
import { EMPTY_LAYOUT, type ColumnLayout } from "#web/ui/grid/layout.ts";
import { NO_FILTER } from "#web/features/boards/board/filter.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { Spoken } from "#web/features/boards/board/spoken.tsx";
import { ColumnsMenu } from "./columns-menu.tsx";
import { createCardColumns } from "./columns.tsx";
import { PhoneCard } from "./phone-card.tsx";
import { sortCards } from "./sort.ts";

const FIRST_LAYOUT: ColumnLayout = { ...EMPTY_LAYOUT, hidden: ["createdAt", "updatedAt"] };

/** The board as a table of its cards: sorted, arranged, and changed in place through the same ops. */
export function TableView(props: {
  opened: string | null;
  onOpen: (card: string) => void;
  /** Where the menu of columns goes, beside the filters. */
  tools: HTMLElement | undefined;
}) {
  const t = useTexts();
  const room = useRoom();
  const { locale } = useLocale();
  const columns = createMemo(() => createCardColumns((id) => props.onOpen(id)));
  const [layout, setLayout] = createKeptLayout("cards", room.me(), FIRST_LAYOUT);
  const collator = createMemo(() => new Intl.Collator(locale(), { numeric: true }));
  const rows = createMemo(() => {
    const cards = room.allIds().flatMap((id) => room.live.card(id) ?? []);
    return sortCards(cards, room.look.sort, {
      columns: room.live.columns(),
      nameOf: (id) => room.people().get(id)?.name ?? "",
      clientOf: room.clientName,
      compare: (a, b) => collator().compare(a, b),
    });
  });
  // Here no pointer is told, but which card is open is.
  createEffect(() => {
    const card = props.opened;
    const at = { field: null, dragging: false, x: null, y: null };
    room.live.setPresence(card === null ? null : { card, ...at });
  });
  onCleanup(() => room.live.setPresence(null));
  const sort = () =>
    room.look.sort
      ? {
          column: room.look.sort.column,
          direction: room.look.sort.descending ? ("descending" as const) : ("ascending" as const),
        }
      : undefined;
  return (
    <>
      <Show when={props.tools}>
        {(tools) => (
          <Portal mount={tools()}>
            <ColumnsMenu
              columns={columns()}
              layout={layout()}
              onLayout={setLayout}
              onReset={() => setLayout(FIRST_LAYOUT)}
            />
          </Portal>
        )}
      </Show>
      <div class="min-h-0 flex-1" data-table>
        <DataGrid<Card>
          label={t().boardViews.table.label}
          columns={columns()}
          rows={rows()}
          rowId={(card) => card.id}
          rowName={(card) => card.title}
          sort={sort()}
          onSort={(by) =>
            room.setLook(
              "sort",
              by
                ? {
                    column: TableColumn.parse(by.column),
                    descending: by.direction === "descending",
                  }
                : null,
            )
          }
          layout={layout()}
          onLayout={setLayout}
          selected={room.selected()}
          onSelect={room.may.write() ? room.select : undefined}
          current={props.opened ?? undefined}
          onOpen={(card) => props.onOpen(card.id)}
          changed={(card) => room.marks.of(card.id)}
          empty={
            <Show
              when={room.filtering()}
              fallback={
                <EmptyState
                  title={t().boardViews.table.empty}
                  body={room.may.write() ? t().boardViews.table.emptyBody : ""}
                />
              }
            >
              <EmptyState
                title={t().boardViews.table.noMatch}
                body={t().boardViews.table.noMatchBody}
                actions={
                  <Button onClick={() => room.setFilter({ ...NO_FILTER })}>
                    {t().boardScreen.filter.clear}
                  </Button>
                }
              />
            </Show>
          }
          phoneRow={(card) => <PhoneCard card={card} />}
          phoneRowHeight={68}
        />
      </div>
      <Spoken />
    </>
  );
}
