import { createEffect, createSignal, on, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** What is asked of a view: its name, and whether everybody has it. */
interface ViewWords {
  name: string;
  shared: boolean;
}

/** Asks what a view is called and whether it is shared. Closes once that is kept; what went wrong is said in it. */
export function ViewDialog(props: {
  open: boolean;
  title: string;
  body?: string;
  first: ViewWords;
  /** Whether this person may share. */
  may: boolean;
  onClose: () => void;
  onSave: (words: ViewWords) => Promise<unknown>;
}) {
  const t = useTexts();
  const say = useProblemText();
  const [name, setName] = createSignal("");
  const [shared, setShared] = createSignal(false);
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return;
        setName(props.first.name);
        setShared(props.first.shared);
        submit.clear();
      },
    ),
  );
  const submit = createSubmit(() => props.onSave({ name: name().trim(), shared: shared() }));
  const save = async () => {
    if (name().trim() !== "" && (await submit.run())) props.onClose();
  };
  return (
    <FormDialog
      open={props.open}
      title={props.title}
      description={props.body}
      submit={t().boardScreen.save}
      pending={submit.pending()}
      ready={name().trim() !== ""}
      onClose={() => props.onClose()}
      onSubmit={() => void save()}
    >
      <TextField
        label={t().boardViews.saved.name}
        value={name()}
        onInput={setName}
        maxLength={60}
        required
        error={submit.problem() ? say(submit.problem()) : undefined}
      />
      <Show when={props.may}>
        <Checkbox label={t().boardViews.saved.share} checked={shared()} onChange={setShared} />
      </Show>
    </FormDialog>
  );
}
