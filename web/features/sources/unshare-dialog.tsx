import { useQueryClient } from "@tanstack/solid-query";
import type { SourceView } from "#domain/sources/model.ts";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { useToasts } from "#web/ui/toast-store.ts";

/** Asks whether a shared file is taken back: its bytes are gone then for whoever does not have the file. */
export function UnshareDialog(props: { source: SourceView; onClose: () => void }) {
  const t = useTexts();
  const toasts = useToasts();
  const queries = useQueryClient();
  const words = () => t().workspaces.share;
  const submit = createSubmit(async () => {
    const { id, version, title } = props.source;
    await api("post /data-sources/{id}/unshare", { params: { id }, body: { version } });
    await queries.invalidateQueries({ queryKey: ["sources"] });
    toasts.show({ text: words().undone(title), tone: "ok" });
  });
  const takeBack = async () => {
    if (await submit.run()) props.onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={words().undoTitle(props.source.title)}
      description={words().undoLead}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t().ui.cancel}</Button>
          <Button kind="danger" loading={submit.pending()} onClick={() => void takeBack()}>
            {words().undo}
          </Button>
        </>
      }
    >
      <FormProblem problem={submit.problem()} />
    </Dialog>
  );
}
