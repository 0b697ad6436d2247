import IconMore from "~icons/lucide/ellipsis";
import IconResolve from "~icons/lucide/circle-check";
import { createSignal, Show } from "solid-js";
import type {
  DashboardCommentChanges,
  DashboardCommentView,
} from "#domain/dashboards/comments/model.ts";
import type { People } from "#web/features/clients/people.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { Avatar } from "#web/ui/avatar.tsx";
import { Button } from "#web/ui/button.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { Editor } from "#web/ui/editor/editor.tsx";
import { mentionsIn, type Mentionable } from "#web/ui/editor/mention.ts";
import { Rendered } from "#web/ui/editor/rendered.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import type { Comments } from "./queries.ts";

/** One comment: its author changes and deletes it, whoever may write settles it. */
export function CommentItem(props: {
  comment: DashboardCommentView;
  people: People;
  mentionable: readonly Mentionable[];
  comments: Comments;
}) {
  const t = useTexts();
  const f = useFormat();
  const say = useProblemText();
  const toasts = useToasts();
  const { widgets } = useDashboard();
  const [draft, setDraft] = createSignal<string | null>(null);
  const words = () => t().dashboardTalk;
  const talk = () => t().cardTalk.comments;
  const author = () => props.people.find(props.comment.createdBy);
  const widget = () => {
    const { widgetId } = props.comment;
    if (widgetId === null) return undefined;
    return widgets.find(widgetId)?.title ?? words().gone;
  };
  const fail = (error: unknown) => void toasts.show({ text: say(error), tone: "bad" });
  const change = async (changes: DashboardCommentChanges) => {
    const { id, version } = props.comment;
    const body = { version, changes };
    props.comments.put(await api("patch /dashboard-comments/{id}", { params: { id }, body }));
  };
  const save = async () => {
    const text = draft()?.trim() ?? "";
    if (text === "") return;
    const known = [...props.mentionable, ...props.comment.mentions];
    await change({ text, mentions: mentionsIn(text, known) });
    setDraft(null);
  };
  const restore = async (id: string) => {
    props.comments.put(await api("post /dashboard-comments/{id}/restore", { params: { id } }));
  };
  const remove = async () => {
    const { id } = props.comment;
    await api("delete /dashboard-comments/{id}", { params: { id } });
    props.comments.takeOff(id);
    toasts.show({ text: talk().removed, onUndo: () => void restore(id).catch(fail) });
  };
  return (
    <article aria-label={talk().by(author().name)} class="flex gap-2 py-2.5">
      <Avatar person={author()} self={author().self} size={24} decorative />
      <div class="min-w-0 flex-1">
        <header class="flex min-h-6 items-center gap-2 text-small">
          <span class="truncate text-body font-semibold text-ink">{author().name}</span>
          <time class="whitespace-nowrap text-ink-3" datetime={props.comment.createdAt}>
            {f().moment(props.comment.createdAt)}
          </time>
          <Show when={props.comment.editedAt}>
            <span class="text-ink-3">{talk().edited}</span>
          </Show>
          <Show when={props.comments.isUnread(props.comment)}>
            <span class="rounded-1 bg-accent-soft px-1.5 text-accent-ink">{words().unread}</span>
          </Show>
          <span class="flex-1" />
          <Show when={props.comment.can.resolve}>
            <IconButton
              size="sm"
              icon={IconResolve}
              label={props.comment.resolvedAt === null ? words().resolve : words().reopen}
              pressed={props.comment.resolvedAt !== null}
              onClick={() =>
                void change({ resolved: props.comment.resolvedAt === null }).catch(fail)
              }
            />
          </Show>
          <Show when={props.comment.can.edit && draft() === null}>
            <DropdownMenu
              placement="bottom-end"
              items={[
                { label: talk().edit, onSelect: () => setDraft(props.comment.text) },
                { label: talk().remove, danger: true, onSelect: () => void remove().catch(fail) },
              ]}
              trigger={(attributes) => (
                <IconButton {...attributes} icon={IconMore} size="sm" label={talk().more} />
              )}
            />
          </Show>
        </header>
        <Show when={widget()}>{(title) => <p class="text-small text-ink-2">{title()}</p>}</Show>
        <Show
          when={draft() !== null}
          fallback={<Rendered text={props.comment.text} mentions={props.comment.mentions} />}
        >
          <Editor
            label={talk().label}
            value={draft() ?? ""}
            onInput={setDraft}
            onSubmit={() => void save().catch(fail)}
            onEscape={() => setDraft(null)}
            people={props.mentionable}
            rows={3}
            most={10_000}
            autofocus
            actions={
              <>
                <Button size="sm" onClick={() => setDraft(null)}>
                  {talk().cancel}
                </Button>
                <Button size="sm" kind="primary" onClick={() => void save().catch(fail)}>
                  {talk().save}
                </Button>
              </>
            }
          />
        </Show>
        <Show when={props.comment.resolvedAt}>
          {(at) => (
            <p class="text-small text-ink-3">
              {words().resolvedBy(
                props.people.find(props.comment.resolvedBy ?? "").name,
                f().moment(at()),
              )}
            </p>
          )}
        </Show>
      </div>
    </article>
  );
}
