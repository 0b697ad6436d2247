import { createSignal, For, Show } from "solid-js";
import { plainSigns } from "#domain/analytics/builder/formula.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** What can be put into a formula by a press: a column or a measure. */
export interface FormulaPart {
  label: string;
  sql: string;
}

/** What is wrong with the name or with the formula. */
export interface FormulaFaults {
  name?: string | undefined;
  sql?: string | undefined;
}

/** A name and a formula, with what it can be made of. It is taken only once `onApply` finds nothing wrong. */
export function FormulaForm(props: {
  name: string;
  sql: string;
  hint: string;
  /** The word of the button. */
  action: string;
  parts: readonly FormulaPart[];
  onApply: (name: string, sql: string) => Promise<FormulaFaults | undefined>;
}) {
  const t = useTexts();
  const words = () => t().analyticsBuild.formula;
  // The form is made anew for each formula.
  // oxlint-disable solid/reactivity
  const [name, setName] = createSignal(props.name);
  const [sql, setSql] = createSignal(props.sql);
  // oxlint-enable solid/reactivity
  const [faults, setFaults] = createSignal<FormulaFaults>({});
  const [busy, setBusy] = createSignal(false);
  let field!: HTMLTextAreaElement;
  const insert = (part: string): void => {
    field.setRangeText(part, field.selectionStart, field.selectionEnd, "end");
    setSql(field.value);
    field.focus();
  };
  const apply = async (): Promise<void> => {
    if (busy()) return;
    if (name().trim() === "") return void setFaults({ name: words().nameless });
    setBusy(true);
    const found = await props
      .onApply(name().trim(), plainSigns(sql()).trim())
      .finally(() => setBusy(false));
    setFaults(found ?? {});
    if (found?.sql !== undefined) field.focus();
  };
  return (
    <form
      novalidate
      class="flex flex-col gap-3 p-3"
      onSubmit={(event) => {
        event.preventDefault();
        void apply();
      }}
    >
      <TextField
        label={words().name}
        required
        data-autofocus
        maxLength={120}
        value={name()}
        onInput={setName}
        error={faults().name}
      />
      <TextArea
        label={words().sql}
        required
        ref={(element) => (field = element)}
        value={sql()}
        onInput={setSql}
        maxLength={2_000}
        rows={2}
        spellcheck={false}
        autocapitalize="off"
        hint={props.hint}
        error={faults().sql}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey) return;
          event.preventDefault();
          void apply();
        }}
      />
      <Show when={props.parts.length > 0}>
        <div role="group" aria-label={words().insert} class="flex flex-col gap-1.5">
          <span class="text-small text-ink-2" aria-hidden="true">
            {words().insert}
          </span>
          <div class="flex max-h-32 flex-wrap gap-1.5 overflow-y-auto p-0.5 phone:gap-2.5">
            <For each={props.parts}>
              {(part) => (
                <button
                  type="button"
                  onClick={() => insert(part.sql)}
                  class="touch-target h-6 max-w-full truncate rounded-2 border border-line-2 bg-raised px-2 text-small text-ink-2 transition-colors hover:bg-hover hover:text-ink phone:h-8"
                >
                  {part.label}
                </button>
              )}
            </For>
          </div>
        </div>
      </Show>
      <Button kind="primary" type="submit" class="self-end" loading={busy()}>
        {props.action}
      </Button>
    </form>
  );
}
