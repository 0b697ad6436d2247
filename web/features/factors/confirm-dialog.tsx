import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";

/** Asks before something that can't be taken back, and stays open with the reason when it is refused. */
export function ConfirmDialog(props: {
  title: string;
  body: string;
  label: string;
  work: () => Promise<unknown>;
  onClose: () => void;
}) {
  const t = useTexts();
  const submit = createSubmit(async () => {
    await props.work();
    props.onClose();
  });
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title={props.title}
      description={props.body}
      width="sm"
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t().ui.cancel}</Button>
          <Button kind="danger" loading={submit.pending()} onClick={() => void submit.run()}>
            {props.label}
          </Button>
        </>
      }
    >
      <FormProblem problem={submit.problem()} />
    </Dialog>
  );
}
