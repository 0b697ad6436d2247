import { useQueryClient } from "@tanstack/solid-query";
import type { Connection } from "#domain/connections/model.ts";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { useToasts } from "#web/ui/toast-store.ts";

/** Asks before a connection goes with its password. */
export function DeleteConnection(props: { connection: Connection; onClose: () => void }) {
  const t = useTexts();
  const toasts = useToasts();
  const queries = useQueryClient();
  const words = () => t().connections.remove;
  const submit = createSubmit(async () => {
    await api("delete /connections/{id}", { params: { id: props.connection.id } });
    toasts.show({ text: words().done(props.connection.name), tone: "ok" });
    await queries.invalidateQueries({ queryKey: ["connections"] });
  });
  const send = async () => {
    if (await submit.run()) props.onClose();
  };
  return (
    <FormDialog
      width="sm"
      title={words().title(props.connection.name)}
      description={words().body}
      submit={words().confirm}
      kind="danger"
      pending={submit.pending()}
      onClose={() => props.onClose()}
      onSubmit={() => void send()}
    >
      <FormProblem problem={submit.problem()} />
    </FormDialog>
  );
}
