import { createSignal } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** Asks for another name of a column. */
export function RenameDialog(props: {
  name: string;
  onSave: (name: string) => void;
  onClose: () => void;
}) {
  const t = useTexts();
  // The name does not change while the dialog is open.
  // oxlint-disable-next-line solid/reactivity
  const [name, setName] = createSignal(props.name);
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    props.onSave(name());
    props.onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={t().analytics.column.renameTitle(props.name)}
      width="sm"
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t().ui.cancel}</Button>
          <Button kind="primary" type="submit" form="rename-column">
            {t().ui.save}
          </Button>
        </>
      }
    >
      <form id="rename-column" novalidate onSubmit={save}>
        <TextField
          label={t().analytics.column.newName}
          value={name()}
          onInput={setName}
          autofocus
        />
      </form>
    </Dialog>
  );
}
