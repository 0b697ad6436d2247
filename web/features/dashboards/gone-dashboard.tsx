import { A } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { Show } from "solid-js";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button, buttonClass } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { useToasts } from "#web/ui/toast-store.ts";

/** A dashboard that was deleted, and the way to bring it back with its widgets. */
export function GoneDashboard(props: { id: string; workspaceId: string }) {
  const t = useTexts();
  const say = useProblemText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const words = () => t().dashboards.gone;
  const submit = createSubmit(async () => {
    await api("post /dashboards/{id}/restore", { params: { id: props.id } });
    await queries.invalidateQueries();
  });
  const restore = async () => {
    if (!(await submit.run())) toasts.show({ text: say(submit.problem()), tone: "bad" });
  };
  return (
    <EmptyState
      title={words().title}
      body={words().body}
      actions={
        <>
          <Show when={session.can("analytics.write")}>
            <Button kind="primary" loading={submit.pending()} onClick={() => void restore()}>
              {words().restore}
            </Button>
          </Show>
          <A href={`/analytics/w/${props.workspaceId}`} class={buttonClass()}>
            {words().list}
          </A>
        </>
      }
    />
  );
}
