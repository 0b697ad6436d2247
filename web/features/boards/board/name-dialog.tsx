import { createEffect, createSignal, on } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** Asks for a name: of a board, of a column. Closes once it is saved. */
export function NameDialog(props: {
  open: boolean;
  title: string;
  value: string;
  onClose: () => void;
  onSave: (name: string) => Promise<unknown>;
}) {
  const t = useTexts();
  const [name, setName] = createSignal("");
  createEffect(
    on(
      () => props.open,
      (open) => open && setName(props.value),
    ),
  );
  const save = async () => {
    const text = name().trim();
    if (text === "") return;
    if (text !== props.value) await props.onSave(text);
    props.onClose();
  };
  return (
    <FormDialog
      open={props.open}
      title={props.title}
      submit={t().boardScreen.save}
      ready={name().trim() !== ""}
      onClose={() => props.onClose()}
      onSubmit={() => void save()}
    >
      <TextField
        label={t().boardScreen.name}
        value={name()}
        onInput={setName}
        maxLength={60}
        required
      />
    </FormDialog>
  );
}
