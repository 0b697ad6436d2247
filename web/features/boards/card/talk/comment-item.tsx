import IconMore from "~icons/lucide/ellipsis";
import IconEdit from "~icons/lucide/pencil";
import IconTrash from "~icons/lucide/trash-2";
import { createSignal, Show } from "solid-js";
import { type Comment, saidAt } from "#domain/boards/comment.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Avatar } from "#web/ui/avatar.tsx";
import { Button } from "#web/ui/button.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { Editor } from "#web/ui/editor/editor.tsx";
import { mentionsIn } from "#web/ui/editor/mention.ts";
import { Rendered } from "#web/ui/editor/rendered.tsx";

/**
 * One comment; its author may change and delete it. What was imported bears the name of who wrote it, who imported it beside:
 * it can only be deleted.
 */
export function CommentItem(props: { comment: Comment }) {
  const t = useTexts();
  const f = useFormat();
  const room = useRoom();
  const toasts = useToasts();
  const [draft, setDraft] = createSignal<string | null>(null);
  const id = () => props.comment.id;
  const own = () => props.comment.authorId === room.me() && room.may.write();
  const poster = () =>
    room.people().get(props.comment.authorId) ?? {
      id: props.comment.authorId,
      name: t().cardTalk.comments.somebody,
    };
  const imported = () => props.comment.imported;
  const author = () => {
    const name = imported()?.name;
    return name === undefined ? poster() : { id: name, name };
  };
  const self = () => !imported() && props.comment.authorId === room.me();
  const save = () => {
    const text = draft()?.trim() ?? "";
    if (text === "") return;
    const known = [...room.mentionable(), ...props.comment.mentions];
    const mentions = mentionsIn(text, known);
    void room.live.act({ kind: "comment.update", comment: id(), text, mentions });
    setDraft(null);
  };
  const remove = () => {
    const comment = id();
    const card = props.comment.cardId;
    void room.live.act({ kind: "comment.delete", comment });
    toasts.show({
      text: t().cardTalk.comments.removed,
      holds: () => !room.live.comments(card).some(({ id: one }) => one === comment),
      onUndo: () => void room.live.act({ kind: "comment.restore", comment }),
    });
  };
  return (
    <article
      aria-label={t().cardTalk.comments.by(author().name)}
      class="group flex gap-2 py-2"
      data-comment={id()}
    >
      <Avatar person={author()} self={self()} size={24} decorative />
      <div class="min-w-0 flex-1">
        <header class="flex min-h-6 items-center gap-2 text-small">
          <span class="truncate text-body font-semibold text-ink">{author().name}</span>
          <time class="whitespace-nowrap text-ink-3" datetime={saidAt(props.comment)}>
            {f().moment(saidAt(props.comment))}
          </time>
          <Show when={imported()}>
            <span class="truncate text-ink-3" title={f().stamp(props.comment.createdAt)}>
              {t().cardTalk.comments.importedBy(poster().name)}
            </span>
          </Show>
          <Show when={props.comment.editedAt}>
            {(at) => (
              <span class="text-ink-3" title={f().stamp(at())}>
                {t().cardTalk.comments.edited}
              </span>
            )}
          </Show>
          <span class="flex-1" />
          <Show when={own() && draft() === null}>
            <DropdownMenu
              placement="bottom-end"
              items={[
                ...(imported()
                  ? []
                  : [
                      {
                        label: t().cardTalk.comments.edit,
                        icon: IconEdit,
                        onSelect: () => setDraft(props.comment.text),
                      },
                    ]),
                {
                  label: t().cardTalk.comments.remove,
                  icon: IconTrash,
                  danger: true,
                  onSelect: remove,
                },
              ]}
              trigger={(attributes) => (
                <IconButton
                  {...attributes}
                  icon={IconMore}
                  size="sm"
                  label={t().cardTalk.comments.more}
                />
              )}
            />
          </Show>
        </header>
        <Show
          when={draft() !== null}
          fallback={<Rendered text={props.comment.text} mentions={props.comment.mentions} />}
        >
          <Editor
            label={t().cardTalk.comments.label}
            value={draft() ?? ""}
            onInput={setDraft}
            onSubmit={save}
            onEscape={() => setDraft(null)}
            people={room.mentionable()}
            rows={3}
            most={10_000}
            autofocus
            actions={
              <>
                <Button size="sm" onClick={() => setDraft(null)}>
                  {t().cardTalk.comments.cancel}
                </Button>
                <Button size="sm" kind="primary" onClick={save}>
                  {t().cardTalk.comments.save}
                </Button>
              </>
            }
          />
        </Show>
      </div>
    </article>
  );
}
