import IconAttach from "~icons/lucide/paperclip";
import { createSignal, For, onCleanup, onMount, Show } from "solid-js";
import type { Card } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { cx } from "#web/ui/cx.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { FileRow } from "./file-row.tsx";
import { useFilesPlaces } from "./files-context.ts";
import { UploadRow } from "./upload-row.tsx";

const filesOf = (data: DataTransfer | null) => [...(data?.files ?? [])];

/** The files of a card: listed, added by button, by dropping them on the card and by pasting, fetched and taken away. */
export function CardFileList(props: { card: Card }) {
  const t = useTexts();
  const room = useRoom();
  const { uploads } = useFilesPlaces();
  const [over, setOver] = createSignal(false);
  let section: HTMLElement | undefined;
  let field!: HTMLInputElement;
  const send = (files: readonly File[]) => {
    if (files.length > 0) void uploads.send(props.card.id, files);
  };
  const onPaste = (event: ClipboardEvent) => {
    const at = event.target;
    const typing = at instanceof HTMLElement && at.matches("input, textarea");
    const files = filesOf(event.clipboardData);
    if (event.defaultPrevented || typing || files.length === 0) return;
    event.preventDefault();
    send(files);
  };
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    setOver(true);
  };
  const onDrop = (event: DragEvent) => {
    setOver(false);
    const files = filesOf(event.dataTransfer);
    if (files.length === 0) return;
    event.preventDefault();
    send(files);
  };
  onMount(() => {
    if (!room.may.write()) return;
    const panel = section?.closest<HTMLElement>("[role=dialog]") ?? section;
    // Over a child, the panel is left and entered again: what counts is where the pointer goes.
    const leave = ({ relatedTarget: to }: DragEvent) =>
      setOver(to instanceof Node && (panel?.contains(to) ?? false));
    document.addEventListener("paste", onPaste);
    panel?.addEventListener("dragover", onDragOver);
    panel?.addEventListener("dragleave", leave);
    panel?.addEventListener("drop", onDrop);
    onCleanup(() => {
      document.removeEventListener("paste", onPaste);
      panel?.removeEventListener("dragover", onDragOver);
      panel?.removeEventListener("dragleave", leave);
      panel?.removeEventListener("drop", onDrop);
    });
  });
  const going = () => uploads.of(props.card.id);
  const shown = () => room.may.write() || props.card.files.length > 0;
  return (
    <Show when={shown()}>
      <section
        ref={(element) => (section = element)}
        aria-label={t().cardTalk.files.title}
        class={cx("py-2", over() && "rounded-2 outline-2 outline-dashed outline-accent")}
      >
        <header class="flex min-h-8 items-center gap-2">
          <h3 class="font-semibold">{t().cardTalk.files.title}</h3>
          <Show when={props.card.files.length > 0}>
            <span class="num text-small text-ink-3">{props.card.files.length}</span>
          </Show>
          <span class="flex-1 text-right text-small text-ink-3">
            {over() ? t().cardTalk.files.drop : ""}
          </span>
          <Show when={room.may.write()}>
            <Button size="sm" kind="ghost" icon={IconAttach} onClick={() => field.click()}>
              {t().cardTalk.files.add}
            </Button>
            <input
              ref={field}
              type="file"
              multiple
              hidden
              aria-label={t().cardTalk.files.add}
              onChange={(event) => {
                send([...(event.currentTarget.files ?? [])]);
                event.currentTarget.value = "";
              }}
            />
          </Show>
        </header>
        <ul>
          {/* By id, so that a row keeps the focus while the card changes. */}
          <For each={props.card.files.map(({ id }) => id)}>
            {(id) => (
              <Show when={props.card.files.find((file) => file.id === id)}>
                {(file) => <FileRow card={props.card.id} file={file()} />}
              </Show>
            )}
          </For>
          <For each={going()}>{(upload) => <UploadRow upload={upload} />}</For>
        </ul>
      </section>
    </Show>
  );
}
