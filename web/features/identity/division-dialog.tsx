import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, untrack } from "solid-js";
import type { Division } from "#domain/divisions/model.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useFieldRules } from "./field-rules.ts";
import { FormProblem } from "./form-problem.tsx";

/** A division's name: of a new one without `division`. */
export function DivisionDialog(props: { division?: Division; onClose: () => void }) {
  const t = useTexts();
  const queries = useQueryClient();
  const words = () => t().company.divisions;
  // The dialog is opened anew for each division, so what it starts from is read once.
  const was = untrack(() => props.division?.name ?? "");
  const [name, setName] = createSignal(was);

  const save = createSubmit(async () => {
    const body = { name: name() };
    const { division } = props;
    if (division) await api("patch /divisions/{id}", { params: { id: division.id }, body });
    else await api("post /divisions", { body });
    await queries.invalidateQueries({ queryKey: ["members", "divisions"] });
  });
  const rule = useFieldRules(save.problem);
  const send = async () => {
    if (await save.run()) props.onClose();
  };
  return (
    <FormDialog
      width="sm"
      title={props.division ? words().renameTitle(was) : words().createTitle}
      submit={words().save}
      pending={save.pending()}
      ready={name().trim() !== "" && name() !== was}
      onClose={() => props.onClose()}
      onSubmit={() => void send()}
    >
      <TextField
        label={words().name}
        required
        maxlength={80}
        value={name()}
        onInput={setName}
        error={rule("name")}
      />
      <FormProblem problem={save.problem()} />
    </FormDialog>
  );
}
