import { createEffect, createSignal, createUniqueId, on, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
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
  const form = createUniqueId();
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
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (name().trim() !== "" && (await submit.run())) props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onOpenChange={(open) => !open && props.onClose()}
      title={props.title}
      description={props.body}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t().boardScreen.cancel}</Button>
          <Button
            kind="primary"
            type="submit"
            form={form}
            loading={submit.pending()}
            disabled={name().trim() === ""}
          >
            {t().boardScreen.save}
          </Button>
        </>
      }
    >
      <form id={form} novalidate class="flex flex-col gap-4" onSubmit={(event) => void save(event)}>
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
      </form>
    </Dialog>
  );
}
