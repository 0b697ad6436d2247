import { A } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { Show } from "solid-js";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button, buttonClass } from "#web/ui/button.tsx";
import { CopyButton } from "#web/ui/copy-button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import type { Draft } from "./drafts.ts";
import { useNoteDrafts } from "./drafts-provider.tsx";
import { noteQuery } from "./queries.ts";

/** A note that was deleted: the way to bring it back, and what this person had written in it. */
export function GoneNote(props: { id: string; draft: Draft | undefined }) {
  const t = useTexts();
  const say = useProblemText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const drafts = useNoteDrafts();
  const words = () => t().notes.gone;
  const unsaved = () => props.draft?.clash ?? props.draft?.changes.body;
  const submit = createSubmit(async () => {
    const { id } = props;
    const note = await api("post /notes/{id}/restore", { params: { id } });
    drafts.follow(note);
    queries.setQueryData(noteQuery(id).queryKey, note);
    await drafts.flush(id);
  });
  const restore = async () => {
    if (!(await submit.run())) toasts.show({ text: say(submit.problem()), tone: "bad" });
  };
  return (
    <>
      <h1 class="sr-only">{t().notes.title}</h1>
      <EmptyState
        title={words().title}
        body={words().body}
        actions={
          <>
            <Show when={session.can("notes.write")}>
              <Button kind="primary" loading={submit.pending()} onClick={() => void restore()}>
                {words().restore}
              </Button>
            </Show>
            <A href="/notes" class={buttonClass()}>
              {words().list}
            </A>
          </>
        }
      />
      <Show when={unsaved()}>
        {(text) => (
          <section class="rounded-3 border border-line bg-surface p-3">
            <h3 class="flex items-center justify-between gap-2 text-small text-ink-2">
              {words().unsaved}
              <CopyButton text={text()} label={words().copy} />
            </h3>
            <pre class="mt-2 font-sans whitespace-pre-wrap">{text()}</pre>
          </section>
        )}
      </Show>
    </>
  );
}
