import { createMemo, createSignal, Show } from "solid-js";
import { newId } from "#domain/ids.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { MOD } from "#web/lib/shortcuts.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { Editor } from "#web/ui/editor/editor.tsx";
import { mentionsIn } from "#web/ui/editor/mention.ts";
import { createDraft } from "./draft.ts";

/** Where a comment is written. What was typed waits on this device until it is sent. */
export function CommentComposer(props: { card: string }) {
  const t = useTexts();
  const room = useRoom();
  const draft = createMemo(() => createDraft(room.me(), props.card));
  const [open, setOpen] = createSignal(false);
  let shell: HTMLDivElement | undefined;
  const shown = () => open() || draft().text() !== "";
  const send = () => {
    const text = draft().text().trim();
    if (text === "") return;
    const mentions = mentionsIn(text, room.mentionable());
    const comment = newId("cmt");
    void room.live.act({ kind: "comment.create", comment, card: props.card, text, mentions });
    draft().write("");
  };
  const leave = () => {
    setOpen(false);
    shell?.closest<HTMLElement>("[role=dialog]")?.focus();
  };
  return (
    <div ref={(element) => (shell = element)}>
      <Show
        when={shown()}
        fallback={
          <button
            type="button"
            class="h-9 w-full rounded-3 border border-line-control bg-surface px-2.5 text-left text-ink-3 hover:text-ink-2 phone:h-11"
            onClick={() => setOpen(true)}
          >
            {t().cardTalk.comments.write}
          </button>
        }
      >
        <Editor
          label={t().cardTalk.comments.label}
          placeholder={t().cardTalk.comments.write}
          value={draft().text()}
          onInput={(text) => draft().write(text)}
          onSubmit={send}
          onEscape={leave}
          people={room.mentionable()}
          rows={2}
          most={10_000}
          autofocus={open()}
          actions={
            <>
              <span class="min-w-0 flex-1 truncate text-small text-ink-3">
                {t().cardTalk.editor.mentionHint}
              </span>
              <Button
                kind="primary"
                kbd={MOD === "⌘" ? "⌘↵" : "Ctrl ↵"}
                disabled={draft().text().trim() === ""}
                onClick={send}
              >
                {t().cardTalk.comments.send}
              </Button>
            </>
          }
        />
      </Show>
    </div>
  );
}
