import { useNavigate, useParams } from "@solidjs/router";
import { Match, Show, Switch } from "solid-js";
import IconTrash from "~icons/lucide/trash-2";
import { useQueryClient } from "@tanstack/solid-query";
import type { NoteView } from "#domain/notes/model.ts";
import { api } from "#web/lib/api.ts";
import { isMissing } from "#web/lib/api-problem.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { usePage } from "#web/lib/page.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { Button } from "#web/ui/button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { useNoteDrafts } from "./drafts-provider.tsx";
import { GoneNote } from "./gone-note.tsx";
import { NoteBody } from "./note-body.tsx";
import { NoteCards } from "./note-cards.tsx";
import { NoteFieldsForm } from "./note-fields.tsx";
import { noteQuery } from "./queries.ts";
import { StoppedNote } from "./stopped-note.tsx";

/** One note: what is written is saved by itself, and merged with what others write. */
export function NotePage() {
  const t = useTexts();
  const { id } = useParamsOf();
  const drafts = useNoteDrafts();
  const found = useQuery(() => noteQuery(id()));
  const title = () => (found.isSuccess ? drafts.shown(found.data).title : t().notes.title);
  usePage(() => ({ title: title(), trail: [{ label: t().notes.title, href: "/notes" }] }));
  return (
    <div class="mx-auto w-full max-w-200 px-6 py-5 phone:px-4 phone:py-3">
      <Switch fallback={<QueryView query={found}>{(note) => <Note note={note()} />}</QueryView>}>
        <Match when={isMissing(found.error)}>
          <GoneNote id={id()} draft={drafts.all().get(id())} />
        </Match>
      </Switch>
    </div>
  );
}

function useParamsOf() {
  const params = useParams<{ id: string }>();
  return { id: () => params.id ?? "" };
}

function Note(props: { note: NoteView }) {
  const t = useTexts();
  const drafts = useNoteDrafts();
  const toasts = useToasts();
  const say = useProblemText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const shown = () => drafts.shown(props.note);
  const draft = () => drafts.all().get(props.note.id);
  const fail = (error: unknown) => toasts.show({ text: say(error), tone: "bad" });

  const remove = async () => {
    const { title } = shown();
    const { id } = props.note;
    const params = { id };
    // What is being written belongs to the note that may come back.
    await drafts.flush(id);
    await api("delete /notes/{id}", { params });
    const back = async () => {
      const note = await api("post /notes/{id}/restore", { params });
      queries.setQueryData(noteQuery(id).queryKey, note);
      await queries.invalidateQueries({ queryKey: ["notes", "list"] });
    };
    toasts.show({ text: t().notes.deleted(title), onUndo: () => void back().catch(fail) });
    void queries.invalidateQueries({ queryKey: ["notes", "list"] });
    navigate("/notes");
  };

  return (
    <article aria-label={shown().title}>
      <Show when={draft()?.stopped}>{(code) => <StoppedNote code={code()} />}</Show>
      <NoteFieldsForm
        note={shown()}
        onChange={(changes) => drafts.save(props.note, changes)}
        onLeave={() => void drafts.flush(props.note.id)}
      />
      <NoteBody
        note={shown()}
        clash={draft()?.clash}
        onWrite={(body) => drafts.save(props.note, { body })}
        onDone={() => void drafts.flush(props.note.id)}
        onSettle={(keep) => {
          drafts.settle(props.note.id, keep, props.note);
          void drafts.flush(props.note.id);
        }}
      />
      <Show when={session.can("boards.read")}>
        <NoteCards noteId={props.note.id} />
      </Show>
      <Show when={props.note.can.write}>
        <Button
          kind="ghost"
          icon={IconTrash}
          class="mt-8 -ml-2"
          onClick={() => void remove().catch(fail)}
        >
          {t().notes.delete}
        </Button>
      </Show>
    </article>
  );
}
