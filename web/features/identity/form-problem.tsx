import IconAlert from "~icons/lucide/octagon-alert";
import { Show } from "solid-js";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { Icon } from "#web/ui/icon.tsx";

/** What went wrong with a form, in one sentence; with the request number when the server is to blame. */
export function FormProblem(props: { problem: unknown }) {
  const t = useTexts();
  const say = useProblemText();
  const requestId = () =>
    props.problem instanceof ApiProblem && props.problem.status >= 500
      ? props.problem.requestId
      : undefined;
  return (
    <Show when={props.problem}>
      <p role="alert" class="flex items-start gap-2 rounded-2 bg-bad-soft px-3 py-2 text-bad">
        <Icon of={IconAlert} class="mt-0.5" />
        <span class="min-w-0">
          {say(props.problem)}
          <Show when={requestId()}>
            {(id) => (
              <span class="mt-1 block truncate text-small">
                {t().ui.request} <code class="font-mono">{id()}</code>
              </span>
            )}
          </Show>
        </span>
      </p>
    </Show>
  );
}
