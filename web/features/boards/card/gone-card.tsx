import IconArchive from "~icons/lucide/archive";
import { Show } from "solid-js";
import type { Card } from "#domain/boards/model.ts";
import { linkedCard } from "#domain/boards/parts.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useQuery } from "#web/lib/query.ts";
import { Banner } from "#web/ui/banner.tsx";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { useWent, type Went, WentLink } from "./went.tsx";

/** Tells that an open card, or its column, is in the archive, and offers the way back. */
export function ArchivedNote(props: { card: Card }) {
  const t = useTexts();
  const room = useRoom();
  const texts = () => t().boardCard.archive;
  const column = () => room.live.archivedColumns().find(({ id }) => id === props.card.columnId);
  const say = useWent();
  const went = (): Went | undefined => {
    const { board, card } = linkedCard(props.card.movedTo ?? "");
    return props.card.archived && board !== undefined ? { board, card } : undefined;
  };
  const title = () => {
    const there = went();
    if (there) return say(there);
    return props.card.archived ? texts().isArchived : texts().columnArchived;
  };
  const may = () => (props.card.archived ? room.may.write() : room.may.manage());
  const restore = () => {
    const held = column();
    if (props.card.archived) void room.live.act({ kind: "card.unarchive", card: props.card.id });
    else if (held) void room.live.act({ kind: "column.unarchive", column: held.id });
  };
  return (
    <Show when={props.card.archived || column()}>
      <Banner
        tone="neutral"
        icon={IconArchive}
        class="mb-4 rounded-2 border"
        title={title()}
        action={
          <span class="flex gap-2">
            <Show when={went()}>{(there) => <WentLink went={there()} />}</Show>
            <Show when={may()}>
              <Button size="sm" kind={went() ? "ghost" : "secondary"} onClick={restore}>
                {texts().restore}
              </Button>
            </Show>
          </span>
        }
      >
        {went() ? texts().wentBody : texts().isArchivedBody}
      </Banner>
    </Show>
  );
}

/** A card that this page does not hold: deleted, in the archive, or never on this board. */
export function GoneCard(props: { id: string; known: boolean }) {
  const t = useTexts();
  const room = useRoom();
  const words = () => t().boardScreen.card;
  const task = useQuery(() => ({
    queryKey: ["boards", "task", room.record().id, props.id],
    queryFn: ({ signal }) =>
      api("get /tasks/{id}", {
        params: { id: props.id },
        query: { board: room.record().id },
        signal,
      }),
    enabled: !props.known,
    retry: false,
  }));
  const archived = () => !props.known && task.isSuccess && task.data.archived;
  const say = useWent();
  const went = () => (archived() ? (task.data?.movedTo ?? undefined) : undefined);
  const title = () => {
    const there = went();
    if (there) return say(there);
    if (archived()) return t().boardCard.archive.isArchived;
    return props.known ? words().gone : words().unknown;
  };
  const body = () => {
    if (archived())
      return `« ${task.data?.title ?? ""} ». ${went() ? t().boardCard.archive.wentBody : t().boardCard.archive.isArchivedBody}`;
    return props.known ? words().goneBody : words().unknownBody;
  };
  const restore = () =>
    void room.live.act({
      kind: archived() ? "card.unarchive" : "card.restore",
      card: props.id,
    });
  return (
    <EmptyState
      title={title()}
      body={body()}
      actions={
        <>
          <Show when={went()}>{(there) => <WentLink went={there()} primary />}</Show>
          <Show when={(props.known || archived()) && room.may.write()}>
            <Button kind={went() ? "secondary" : "primary"} onClick={restore}>
              {archived() ? t().boardCard.archive.restore : words().restore}
            </Button>
          </Show>
        </>
      }
    />
  );
}
