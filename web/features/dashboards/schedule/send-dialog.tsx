import { useQueryClient } from "@tanstack/solid-query";
import { Show } from "solid-js";
import type { Published } from "#domain/dashboards/share/model.ts";
import type { ScheduleView } from "#domain/dashboards/schedule/model.ts";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { publishedQuery } from "#web/features/dashboards/share/queries.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { recipientsOf } from "./recipients.ts";

/** Asks before the mail of a schedule goes out at once: to how many people, with figures of when. What is sent can't be taken back. */
export function SendDialog(props: {
  schedule: ScheduleView;
  onSend: () => Promise<unknown>;
  onClose: () => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const queries = useQueryClient();
  const words = () => t().dashboardSchedule;
  const count = () => recipientsOf(props.schedule);
  const published = (): Published | null =>
    queries.getQueryData(publishedQuery(props.schedule.dashboardId).queryKey)?.published ?? null;
  const submit = createSubmit(() => props.onSend());
  const send = async () => {
    if (await submit.run()) props.onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={words().sendTitle(count(), f().number(count()))}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t().ui.cancel}</Button>
          <Button
            kind="primary"
            loading={submit.pending()}
            disabled={count() === 0 || published() === null}
            onClick={() => void send()}
          >
            {words().sendConfirm}
          </Button>
        </>
      }
    >
      <FormProblem problem={submit.problem()} />
      <Show when={count() > 0} fallback={<p>{words().sendNobody}</p>}>
        <Show when={published()} fallback={<p>{words().sendUnpublished}</p>}>
          {(figures) => <p>{words().sendLead(f().dateTime(figures().computedAt))}</p>}
        </Show>
      </Show>
    </Dialog>
  );
}
