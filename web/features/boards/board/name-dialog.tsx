import { createEffect, createSignal, on } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useTooLong } from "./too-long.ts";

/** Asks for a name: of a board, of a column, of a tag. Closes once it is saved; one that is too long is told, and kept. */
export function NameDialog(props: {
  open: boolean;
  title: string;
  value: string;
  /** The most characters that it may have. */
  most: number;
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
  const tooLong = useTooLong();
  const long = () => tooLong(name(), props.most);
  const ready = () => name().trim() !== "" && long() === undefined;
  const save = async () => {
    const text = name().trim();
    if (!ready()) return;
    if (text !== props.value) await props.onSave(text);
    props.onClose();
  };
  return (
    <FormDialog
      open={props.open}
      title={props.title}
      submit={t().boardScreen.save}
      ready={ready()}
      onClose={() => props.onClose()}
      onSubmit={() => void save()}
    >
      <TextField
        label={t().boardScreen.name}
        value={name()}
        onInput={setName}
        error={long()}
        required
      />
    </FormDialog>
  );
}
