import { useQueryClient } from "@tanstack/solid-query";
import type { Division } from "#domain/divisions/model.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { FormProblem } from "./form-problem.tsx";

/** Asks before a division goes, with the roles that it alone gave. */
export function DeleteDivision(props: { division: Division; onClose: () => void }) {
  const t = useTexts();
  const toasts = useToasts();
  const queries = useQueryClient();
  const words = () => t().company.divisions;
  const submit = createSubmit(async () => {
    const { id, name } = props.division;
    await api("delete /divisions/{id}", { params: { id } });
    toasts.show({ text: words().deleted(name), tone: "ok" });
    props.onClose();
    await queries.invalidateQueries({ queryKey: ["members"] });
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      width="sm"
      title={words().deleteTitle(props.division.name)}
      description={words().deleteBody}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t().ui.cancel}</Button>
          <Button kind="danger" loading={submit.pending()} onClick={() => void submit.run()}>
            {words().confirmDelete}
          </Button>
        </>
      }
    >
      <FormProblem problem={submit.problem()} />
    </Dialog>
  );
}
