import IconPlus from "~icons/lucide/plus";
import IconWarn from "~icons/lucide/triangle-alert";
import { A, useSearchParams } from "@solidjs/router";
import { createEffect, createSignal, lazy, Match, on, Show, Switch } from "solid-js";
import type { BoardView as Board } from "#domain/boards/view.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { PageActions } from "#web/lib/page.tsx";
import { onShortcuts } from "#web/lib/shortcuts.ts";
import { Banner } from "#web/ui/banner.tsx";
import { Button, buttonClass } from "#web/ui/button.tsx";
import { cx } from "#web/ui/cx.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { BoardView } from "#web/features/boards/board/board-view.tsx";
import { BulkBar } from "#web/features/boards/board/bulk-bar.tsx";
import { FilterBar } from "#web/features/boards/board/filter-bar.tsx";
import { MoveDialog } from "#web/features/boards/board/move-dialog.tsx";
import { MovesProvider } from "#web/features/boards/board/moves.tsx";
import { NoMatch } from "#web/features/boards/board/no-match.tsx";
import { onUndoKeys, useUndo } from "#web/features/boards/board/undo-keys.ts";
import { PhoneHead } from "#web/features/boards/board/phone-head.tsx";
import { useReturnNews } from "#web/features/boards/board/return-news.ts";
import { returnToCard } from "#web/features/boards/board/return-to-card.ts";
import { RoomProvider, useRoom } from "#web/features/boards/board/room.tsx";
import { useBoardCount } from "#web/features/boards/outbox-provider.tsx";
import { ArchivePanel } from "#web/features/boards/archive/archive-panel.tsx";
import { onAskedTemplate } from "#web/features/boards/templates/asked-template.ts";
import { TemplatesDialog } from "#web/features/boards/templates/templates-dialog.tsx";
import { useTemplateNews } from "#web/features/boards/templates/use-templates.ts";
import { TagsDialog } from "#web/features/boards/tags/tags-dialog.tsx";
import { CardPanel } from "#web/features/boards/card/card-panel.tsx";
import { useOutsideNews } from "#web/features/boards/card/links/use-outside-news.ts";
import { LanesMenu } from "#web/features/boards/lanes/lanes-menu.tsx";
import { TransferDialog } from "#web/features/boards/transfer/transfer-dialog.tsx";
import { useViewAddress } from "#web/features/boards/views/address.ts";
import { ViewsMenu } from "#web/features/boards/views/views-menu.tsx";
import { SettleDialog } from "#web/features/boards/settle/settle-dialog.tsx";
import type { LiveBoard } from "#web/features/boards/sync/board-store.ts";
import { ArchivedBanner } from "./archived-banner.tsx";
import { BoardSkeleton } from "./board-skeleton.tsx";

// Whoever looks at columns need not wait for the other ways to see them.
const TableView = lazy(async () => ({
  default: (await import("#web/features/boards/table/table-view.tsx")).TableView,
}));
const CalendarView = lazy(async () => ({
  default: (await import("#web/features/boards/calendar/calendar-view.tsx")).CalendarView,
}));

/** A board that is open: what it shows, and what this person is told of its connection. */
export function OpenBoard(props: { live: LiveBoard; board: Board }) {
  const t = useTexts();
  return (
    <Show
      when={props.live.link.status !== "refused"}
      fallback={
        <EmptyState
          title={t().boardScreen.refusedTitle}
          body={t().boardScreen.refusedBody}
          actions={
            <A href="/boards" class={buttonClass("primary")}>
              {t().boardScreen.backToList}
            </A>
          }
        />
      }
    >
      <Show when={props.live.link.ready} fallback={<BoardSkeleton />}>
        <RoomProvider live={props.live} record={props.board}>
          <MovesProvider>
            <Inside />
          </MovesProvider>
        </RoomProvider>
      </Show>
    </Show>
  );
}

function Inside() {
  const t = useTexts();
  const room = useRoom();
  const toasts = useToasts();
  const [search, setSearch] = useSearchParams<{
    card?: string;
    archive?: string;
    tags?: string;
    templates?: string;
  }>();
  const [composing, setComposing] = createSignal<string | null>(null);
  const [finding, setFinding] = createSignal(false);
  const [tools, setTools] = createSignal<HTMLElement>();
  useViewAddress(room);
  useTemplateNews();
  useOutsideNews();
  useReturnNews();
  const open = (card: string) => setSearch({ card });
  onAskedTemplate(open);
  const close = () => setSearch({ card: undefined });
  returnToCard(() => search.card, room.setFocused);

  useBoardCount(
    () => room.record().id,
    () => room.live.link.waiting,
  );
  createEffect(
    on(
      () => room.live.refusals(),
      (refusals) => {
        const told = new Set<string>();
        for (const refusal of refusals) {
          // Several cards that a full column did not take: once is enough.
          if (!told.has(refusal.reason))
            toasts.show({ text: t().boards.refused[refusal.reason], tone: "bad" });
          told.add(refusal.reason);
          room.live.dismiss(refusal.id);
        }
      },
    ),
  );
  const steps = useUndo();
  onUndoKeys(
    () => void steps.undo(),
    () => void steps.redo(),
  );
  /** A new card is written in the first column of the board, whatever is shown now. */
  const compose = () => {
    room.setLook("layout", "board");
    setComposing(room.live.columns()[0]?.id ?? null);
  };
  onShortcuts(() => (room.may.write() ? { c: compose } : {}));
  return (
    <div class="absolute inset-0 flex flex-col">
      <PageActions>
        <Show when={room.may.write()}>
          <Button
            kind="primary"
            icon={IconPlus}
            kbd="C"
            class={cx((composing() !== null || room.selected().size > 0) && "phone:hidden")}
            onClick={compose}
          >
            {t().boardScreen.card.create}
          </Button>
        </Show>
      </PageActions>
      <ArchivedBanner board={room.record()} />
      <Show when={room.live.link.reload}>
        <Banner tone="warn" icon={IconWarn}>
          {t().boards.link.reload}
        </Banner>
      </Show>
      <Show when={!room.live.link.kept}>
        <Banner tone="warn" icon={IconWarn}>
          {t().boards.link.unstored}
        </Banner>
      </Show>
      <h1 class="sr-only phone:hidden">{room.record().title}</h1>
      <PhoneHead filtering={finding()} onFilter={() => setFinding(!finding())} />
      <FilterBar shown={finding()}>
        <Show when={room.look.layout === "board"}>
          <LanesMenu />
        </Show>
        <ViewsMenu />
        <span ref={setTools} class="contents" />
      </FilterBar>
      <NoMatch />
      <Switch>
        <Match when={room.look.layout === "board"}>
          <BoardView
            opened={search.card ?? null}
            composing={composing()}
            onCompose={setComposing}
            onOpen={open}
          />
        </Match>
        <Match when={room.look.layout === "table"}>
          <TableView opened={search.card ?? null} onOpen={open} tools={tools()} />
        </Match>
        <Match when={room.look.layout === "calendar"}>
          <CalendarView onOpen={open} />
        </Match>
      </Switch>
      <BulkBar />
      <MoveDialog />
      <TransferDialog />
      <SettleDialog />
      <Show when={search.tags && room.may.write()}>
        <TagsDialog onClose={() => setSearch({ tags: undefined })} />
      </Show>
      <Show when={search.templates}>
        <TemplatesDialog
          onClose={() => setSearch({ templates: undefined })}
          onOpen={(card) => setSearch({ templates: undefined, card })}
        />
      </Show>
      <Show when={search.archive && !search.card}>
        <ArchivePanel onClose={() => setSearch({ archive: undefined })} />
      </Show>
      <Show when={search.card}>
        {(card) => <CardPanel id={card()} onOpen={open} onClose={close} />}
      </Show>
    </div>
  );
}
