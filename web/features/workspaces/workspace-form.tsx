import { createSignal } from "solid-js";
import type { WorkspaceView } from "#domain/workspaces/model.ts";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import type { JSX } from "solid-js";

/** Asks for a workspace's name and description; what was typed stays when saving fails. */
export function WorkspaceForm(props: {
  title: string;
  lead?: string;
  submit: string;
  workspace?: Pick<WorkspaceView, "title" | "description">;
  /** Instead of typing: another way in, below the fields. */
  instead?: JSX.Element;
  onSave: (fields: { title: string; description: string }) => Promise<unknown>;
  onClose: () => void;
}) {
  const t = useTexts();
  const words = () => t().workspaces;
  // The fields begin with what stands when the dialog opens.
  // oxlint-disable solid/reactivity
  const [title, setTitle] = createSignal(props.workspace?.title ?? "");
  const [description, setDescription] = createSignal(props.workspace?.description ?? "");
  // oxlint-enable solid/reactivity
  const submit = createSubmit(() =>
    props.onSave({ title: title().trim(), description: description() }),
  );
  const save = async () => {
    if (await submit.run()) props.onClose();
  };
  return (
    <FormDialog
      title={props.title}
      description={props.lead}
      submit={props.submit}
      pending={submit.pending()}
      ready={title().trim() !== ""}
      onClose={() => props.onClose()}
      onSubmit={() => void save()}
    >
      <FormProblem problem={submit.problem()} />
      <TextField label={words().name} value={title()} onInput={setTitle} maxLength={200} required />
      <TextArea
        label={words().description}
        value={description()}
        onInput={setDescription}
        maxLength={5000}
      />
      {props.instead}
    </FormDialog>
  );
}
