import { useQueryClient } from "@tanstack/solid-query";
import { createSignal } from "solid-js";
import type { QuestionView } from "#domain/questions/model.ts";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** Asks for what a saved question is called, what it answers, and whether it teaches Claude. */
export function EditQuestion(props: { question: QuestionView; onClose: () => void }) {
  const t = useTexts();
  const words = () => t().asks.saved;
  const queries = useQueryClient();
  // The fields begin with what is saved when the dialog opens.
  // oxlint-disable solid/reactivity
  const [title, setTitle] = createSignal(props.question.title);
  const [question, setQuestion] = createSignal(props.question.question);
  const [verified, setVerified] = createSignal(props.question.verified);
  // oxlint-enable solid/reactivity
  const submit = createSubmit(async () => {
    const { id, version } = props.question;
    const changes = { title: title().trim(), question: question().trim(), verified: verified() };
    await api("patch /questions/{id}", { params: { id }, body: { version, changes } });
    await queries.invalidateQueries({ queryKey: ["questions"] });
  });
  const save = async () => {
    if (await submit.run()) props.onClose();
  };
  return (
    <FormDialog
      title={words().editTitle}
      submit={t().workspaces.save}
      pending={submit.pending()}
      ready={title().trim() !== ""}
      onClose={() => props.onClose()}
      onSubmit={() => void save()}
    >
      <FormProblem problem={submit.problem()} />
      <TextField
        label={words().title}
        value={title()}
        onInput={setTitle}
        maxLength={300}
        required
      />
      <TextArea
        label={words().question}
        hint={words().questionHint}
        value={question()}
        onInput={setQuestion}
        maxLength={2000}
      />
      <Checkbox
        label={words().verified}
        hint={words().verifiedHint}
        checked={verified()}
        onChange={setVerified}
      />
    </FormDialog>
  );
}
