import type { JSX } from "solid-js";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";

/** A question about one webhook, answered by one button or by leaving. */
export function AskDialog(props: {
  title: string;
  lead: string;
  confirm: string;
  danger?: boolean;
  submit: { pending: () => boolean; problem: () => unknown; run: () => Promise<boolean> };
  onClose: () => void;
  /** What follows where it was done; closing, unless told. */
  onDone?: () => void;
  children?: JSX.Element;
}) {
  const t = useTexts();
  const confirm = async () => {
    if (await props.submit.run()) (props.onDone ?? props.onClose)();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      width="sm"
      title={props.title}
      description={props.lead}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t().ui.cancel}</Button>
          <Button
            kind={props.danger ? "danger" : "primary"}
            loading={props.submit.pending()}
            onClick={() => void confirm()}
          >
            {props.confirm}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        {props.children}
        <FormProblem problem={props.submit.problem()} />
      </div>
    </Dialog>
  );
}
