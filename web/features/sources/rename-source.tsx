import { useQueryClient } from "@tanstack/solid-query";
import { createSignal } from "solid-js";
import type { SourceView } from "#domain/sources/model.ts";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";

const TABLE = /^[a-z_][a-z0-9_]{0,62}$/;

/** Asks for what people and SQL call a source. */
export function RenameSource(props: { source: SourceView; onClose: () => void }) {
  const t = useTexts();
  const words = () => t().workspaces.sources;
  const queries = useQueryClient();
  // The fields begin with what the source is called when the dialog opens.
  // oxlint-disable solid/reactivity
  const [title, setTitle] = createSignal(props.source.title);
  const [table, setTable] = createSignal(props.source.table);
  // oxlint-enable solid/reactivity
  const wrong = () => !TABLE.test(table());
  const submit = createSubmit(async () => {
    const { id, version } = props.source;
    const changes = { title: title().trim(), table: table() };
    await api("patch /data-sources/{id}", { params: { id }, body: { version, changes } });
    await queries.invalidateQueries({ queryKey: ["sources"] });
  });
  const save = async () => {
    if (await submit.run()) props.onClose();
  };
  return (
    <FormDialog
      title={words().renameTitle}
      submit={t().workspaces.save}
      pending={submit.pending()}
      ready={title().trim() !== "" && !wrong()}
      onClose={() => props.onClose()}
      onSubmit={() => void save()}
    >
      <FormProblem problem={submit.problem()} />
      <TextField
        label={t().workspaces.name}
        value={title()}
        onInput={setTitle}
        maxLength={300}
        required
      />
      <TextField
        label={words().table}
        hint={words().tableHint}
        error={wrong() ? words().tableWrong : undefined}
        value={table()}
        onInput={setTable}
        maxLength={63}
        required
      />
    </FormDialog>
  );
}
