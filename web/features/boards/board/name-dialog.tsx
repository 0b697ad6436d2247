import { createEffect, createSignal, createUniqueId, on } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
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
  const form = createUniqueId();
  const [name, setName] = createSignal("");
  createEffect(
    on(
      () => props.open,
      (open) => open && setName(props.value),
    ),
  );
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const text = name().trim();
    if (text === "") return;
    if (text !== props.value) await props.onSave(text);
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => !open && props.onClose()}
      title={props.title}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t().boardScreen.cancel}</Button>
          <Button kind="primary" type="submit" form={form} disabled={name().trim() === ""}>
            {t().boardScreen.save}
          </Button>
        </>
      }
    >
      <form id={form} novalidate onSubmit={(event) => void save(event)}>
        <TextField
          label={t().boardScreen.name}
          value={name()}
          onInput={setName}
          maxLength={60}
          required
        />
      </form>
    </Dialog>
  );
}
