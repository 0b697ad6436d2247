import { createSignal, Show } from "solid-js";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { api } from "#web/lib/api.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { createResource } from "#web/lib/resource.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { EntryForm } from "#web/features/identity/entry-form.tsx";
import { EntryLayout } from "#web/features/identity/entry-layout.tsx";
import { SharedWaiting } from "./shared-states.tsx";

/**
 * Where the mails of a dashboard lead whoever wants no more of them. A button ends them: programs that open links on their way to
 * the mailbox press none.
 */
export function UnsubscribePage() {
  const speech = useLocale();
  const [words] = createResource(() => speech.complete().then(() => true));
  return (
    <Show when={words()} fallback={<SharedWaiting />}>
      <Unsubscribe />
    </Show>
  );
}

function Unsubscribe() {
  const t = useTexts();
  const token = location.hash.slice(1);
  const [done, setDone] = createSignal<string>();
  const words = () => t().dashboardSchedule.unsubscribe;
  const submit = createSubmit(async () => {
    const answer = await api("post /shared/unsubscribe", { body: { token }, quiet: true });
    setDone(answer.title);
  });
  const gone = () => {
    const problem = submit.problem();
    return token === "" || (problem instanceof ApiProblem && problem.status === 410);
  };
  const lead = () => {
    const title = done();
    if (title !== undefined) return words().done(title);
    return gone() ? words().gone : words().lead;
  };
  return (
    <EntryLayout
      title={done() === undefined ? words().title : words().doneTitle}
      lead={<span role="status">{lead()}</span>}
    >
      <Show when={done() === undefined && !gone()}>
        <EntryForm submit={submit} label={words().submit}>
          {null}
        </EntryForm>
      </Show>
    </EntryLayout>
  );
}
