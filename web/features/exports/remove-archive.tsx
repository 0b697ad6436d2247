import type { ExportView } from "#domain/exports/model.ts";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { useToasts } from "#web/ui/toast-store.ts";

/** Asks before an archive goes: only a new export brings another one. */
export function RemoveArchive(props: {
  of: ExportView;
  onClose: () => void;
  onChanged: () => Promise<unknown>;
}) {
  const t = useTexts();
  const toasts = useToasts();
  const words = () => t().exports.remove;
  const submit = createSubmit(() => api("delete /exports/{id}", { params: { id: props.of.id } }));
  const confirm = async () => {
    if (!(await submit.run())) return;
    toasts.show({ text: words().done, tone: "ok" });
    props.onClose();
    await props.onChanged();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      width="sm"
      title={words().title}
      description={words().body}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t().ui.cancel}</Button>
          <Button kind="danger" loading={submit.pending()} onClick={() => void confirm()}>
            {words().confirm}
          </Button>
        </>
      }
    >
      <FormProblem problem={submit.problem()} />
    </Dialog>
  );
}
