import { A } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { Show } from "solid-js";
import { useProblemText } from "#web/lib/problem-text.ts";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button, buttonClass } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { useToasts } from "#web/ui/toast-store.ts";

/** In the place of a record that was deleted: the way to bring it back, and the way to `list`, where others of its kind are. */
export function GoneRecord(props: {
  words: { title: string; body: string; restore: string; list: string };
  restore: () => Promise<unknown>;
  list: string;
}) {
  const say = useProblemText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const submit = createSubmit(async () => {
    await props.restore();
    await queries.invalidateQueries();
  });
  const restore = async () => {
    if (!(await submit.run())) toasts.show({ text: say(submit.problem()), tone: "bad" });
  };
  return (
    <EmptyState
      title={props.words.title}
      body={props.words.body}
      actions={
        <>
          <Show when={session.can("analytics.write")}>
            <Button kind="primary" loading={submit.pending()} onClick={() => void restore()}>
              {props.words.restore}
            </Button>
          </Show>
          <A href={props.list} class={buttonClass()}>
            {props.words.list}
          </A>
        </>
      }
    />
  );
}
