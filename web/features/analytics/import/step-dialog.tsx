import { Show } from "solid-js";
import { createStore } from "solid-js/store";
import type { StepColumn } from "#domain/analytics/steps/select.ts";
import type { Step } from "#domain/analytics/steps/step.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { draftedStep, type StepDraft, type StepKind } from "./step-draft.ts";

const ON_TEXT = new Set<StepKind>(["trim", "upper", "lower", "replace", "merge", "split"]);
/** Without a column these are about all of them. */
const ALL = new Set<StepKind>(["trim", "totals", "empties", "duplicates"]);

/** Asks for what a cleaning step needs. */
export function StepDialog(props: {
  kind: StepKind;
  columns: readonly StepColumn[];
  /** The column whose menu it came from. */
  column?: string | undefined;
  onAdd: (step: Step) => void;
  onClose: () => void;
}) {
  const t = useTexts();
  const words = () => t().analytics.cleaningSteps;
  const offered = () =>
    props.columns.filter(({ kind }) => !ON_TEXT.has(props.kind) || kind === "text");
  const first = () => (ALL.has(props.kind) ? "" : (offered()[0]?.name ?? ""));
  const [draft, setDraft] = createStore<StepDraft>({
    // The dialog is made anew for another step.
    // oxlint-disable-next-line solid/reactivity
    column: props.column ?? first(),
    from: "",
    to: "",
    whole: false,
    separator: " ",
    into: "",
    name: "",
    expression: "",
  });
  const is = (...kinds: StepKind[]) => kinds.includes(props.kind);
  const options = () => [
    ...(ALL.has(props.kind) ? [{ value: "", label: words().allColumns }] : []),
    ...offered().map(({ name }) => ({ value: name, label: name })),
  ];
  const step = () => draftedStep(props.kind, draft);
  const save = () => {
    const done = step();
    if (done === undefined) return;
    props.onAdd(done);
    props.onClose();
  };
  return (
    <FormDialog
      width="sm"
      title={words().add[props.kind]}
      submit={words().submit}
      ready={step() !== undefined}
      onClose={() => props.onClose()}
      onSubmit={save}
    >
      <Show when={!is("compute", "totals")}>
        <Select
          label={words().column}
          options={options()}
          value={draft.column}
          onChange={(column) => setDraft({ column })}
        />
      </Show>
      <Show when={is("replace")}>
        <TextField
          label={words().from}
          value={draft.from}
          verbatim
          onInput={(from) => setDraft({ from })}
        />
        <TextField
          label={words().to}
          hint={words().toHint}
          value={draft.to}
          verbatim
          onInput={(to) => setDraft({ to })}
        />
        <Checkbox
          label={words().whole}
          checked={draft.whole}
          onChange={(whole) => setDraft({ whole })}
        />
      </Show>
      <Show when={is("split")}>
        <TextField
          label={words().separator}
          value={draft.separator}
          verbatim
          onInput={(separator) => setDraft({ separator })}
        />
        <TextField
          label={words().into}
          hint={words().intoHint}
          value={draft.into}
          onInput={(into) => setDraft({ into })}
        />
      </Show>
      <Show when={is("rename")}>
        <TextField
          label={t().analytics.column.newName}
          value={draft.to}
          onInput={(to) => setDraft({ to })}
        />
      </Show>
      <Show when={is("compute")}>
        <TextField
          label={words().name}
          value={draft.name}
          autofocus
          onInput={(name) => setDraft({ name })}
        />
        <TextField
          label={words().expression}
          hint={words().expressionHint}
          value={draft.expression}
          spellcheck={false}
          onInput={(expression) => setDraft({ expression })}
        />
      </Show>
      <Show when={is("totals")}>
        <p class="text-ink-2">{words().totalsHint}</p>
      </Show>
    </FormDialog>
  );
}
