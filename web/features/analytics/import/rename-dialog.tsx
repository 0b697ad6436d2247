import { createSignal } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { FormDialog } from "#web/ui/form-dialog.tsx";
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
  const save = () => {
    props.onSave(name());
    props.onClose();
  };
  return (
    <FormDialog
      width="sm"
      title={t().analytics.column.renameTitle(props.name)}
      submit={t().ui.save}
      onClose={() => props.onClose()}
      onSubmit={save}
    >
      <TextField label={t().analytics.column.newName} value={name()} onInput={setName} autofocus />
    </FormDialog>
  );
}
