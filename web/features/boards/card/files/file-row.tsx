import IconDownload from "~icons/lucide/download";
import IconFile from "~icons/lucide/file";
import IconImage from "~icons/lucide/image";
import IconTrash from "~icons/lucide/trash-2";
import { createSignal, Show } from "solid-js";
import { type AttachedFile, isPicture } from "#domain/boards/card-file.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { createResource } from "#web/lib/resource.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { Face } from "./face.tsx";
import { useFilesPlaces } from "./files-context.ts";
import { useCover } from "./use-cover.ts";

/** A file of a card: what it is, by whom and since when; seen, fetched, taken away with a way back. */
export function FileRow(props: { card: string; file: AttachedFile }) {
  const t = useTexts();
  const f = useFormat();
  const room = useRoom();
  const toasts = useToasts();
  const say = useProblemText();
  const { pictures } = useFilesPlaces();
  const [open, setOpen] = createSignal(false);
  const picture = () => isPicture(props.file);
  const cover = useCover();
  const worn = () => room.live.card(props.card)?.cover === props.file.id;
  const [url] = createResource(
    () => (picture() && open() ? props.file.id : null),
    (id) => pictures.url(id).catch(() => null),
  );
  const who = () => room.people().get(props.file.by)?.name ?? t().cardTalk.comments.somebody;
  const fetchIt = async () => {
    try {
      const link = document.createElement("a");
      link.href = await pictures.url(props.file.id);
      link.download = props.file.name;
      link.click();
    } catch (error) {
      toasts.show({ text: say(error), tone: "bad" });
    }
  };
  const remove = () => {
    const { id, name, size, type } = props.file;
    const { card } = props;
    const update = { kind: "card.update" as const, card };
    const wasWorn = worn();
    void room.live.act({ ...update, set: {}, files: { add: [], remove: [id] } });
    const file = { id, name, size, type };
    toasts.show({
      text: t().cardTalk.files.removed(name),
      holds: () => room.live.card(card)?.files.every((one) => one.id !== id) ?? false,
      onUndo() {
        // What somebody has put on the card's face since stays there.
        const bare = room.live.card(card)?.cover === null;
        const set = wasWorn && bare ? { cover: id } : {};
        void room.live.act({ ...update, set, files: { add: [file], remove: [] } });
      },
    });
  };
  return (
    <li class="flex min-h-11 items-center gap-2.5">
      <Show
        when={picture()}
        fallback={
          <span class="flex size-9 shrink-0 items-center justify-center rounded-2 bg-sunken text-ink-3">
            <Icon of={IconFile} />
          </span>
        }
      >
        <button
          type="button"
          aria-label={t().cardTalk.files.show(props.file.name)}
          class="flex size-9 shrink-0 items-center justify-center overflow-hidden rounded-2 border border-line bg-sunken text-ink-3"
          onClick={() => setOpen(true)}
        >
          <Face file={props.file} fallback={<Icon of={IconFile} />} />
        </button>
      </Show>
      <span class="min-w-0 flex-1">
        <span class="block truncate font-medium">{props.file.name}</span>
        <span class="block truncate text-small text-ink-3">
          <span class="num">{f().bytes(props.file.size)}</span>
          {` · ${t().cardTalk.files.by(who(), f().moment(props.file.at))}`}
        </span>
      </span>
      <Show when={picture() && room.may.write()}>
        <IconButton
          icon={IconImage}
          size="sm"
          pressed={worn()}
          label={t().boardCard.cover.picture(props.file.name)}
          onClick={() => void cover(props.card, props.file, !worn())}
        />
      </Show>
      <IconButton
        icon={IconDownload}
        size="sm"
        label={t().cardTalk.files.download(props.file.name)}
        onClick={() => void fetchIt()}
      />
      <Show when={room.may.write()}>
        <IconButton
          icon={IconTrash}
          size="sm"
          label={t().cardTalk.files.remove(props.file.name)}
          onClick={remove}
        />
      </Show>
      <Dialog open={open()} onOpenChange={setOpen} title={props.file.name} width="lg">
        <Show
          when={url.state === "ready" && url()}
          fallback={
            <p class="py-8 text-center text-ink-3">
              {url.loading ? "…" : t().cardTalk.files.missing}
            </p>
          }
        >
          {(address) => (
            <img
              src={address()}
              alt={props.file.name}
              class="mx-auto mb-4 max-h-[70dvh] max-w-full"
            />
          )}
        </Show>
      </Dialog>
    </li>
  );
}
