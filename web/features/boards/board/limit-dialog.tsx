import { createEffect, createSignal, on } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** The number in a text, null for an empty one, undefined when it is no limit. */
export function readLimit(text: string): number | null | undefined {
  if (text.trim() === "") return null;
  const limit = Number(text.trim());
  return Number.isInteger(limit) && limit >= 1 && limit <= 999 ? limit : undefined;
}

/** Asks how many cards a column should hold at most. */
export function LimitDialog(props: {
  open: boolean;
  value: number | null;
  /** Whether the limit keeps cards out. */
  block: boolean;
  onClose: () => void;
  onSave: (limit: number | null, block: boolean) => Promise<unknown>;
}) {
  const t = useTexts();
  const [text, setText] = createSignal("");
  const [mode, setMode] = createSignal<"warn" | "block">("warn");
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return;
        setText(props.value?.toString() ?? "");
        setMode(props.block ? "block" : "warn");
      },
    ),
  );
  const save = async () => {
    const limit = readLimit(text());
    if (limit === undefined) return;
    const block = limit !== null && mode() === "block";
    if (limit !== props.value || block !== props.block) await props.onSave(limit, block);
    props.onClose();
  };
  return (
    <FormDialog
      open={props.open}
      title={t().boardScreen.column.limitTitle}
      submit={t().boardScreen.save}
      onClose={() => props.onClose()}
      onSubmit={() => void save()}
    >
      <TextField
        label={t().boardScreen.column.limitLabel}
        hint={t().boardScreen.column.limitHint}
        error={readLimit(text()) === undefined ? t().boardScreen.column.limitWrong : undefined}
        value={text()}
        onInput={setText}
        inputMode="numeric"
      />
      <div>
        <p class="mb-1 font-medium">{t().boardCard.limit.mode}</p>
        <SegmentedControl
          label={t().boardCard.limit.mode}
          options={[
            { value: "warn", label: t().boardCard.limit.warn },
            { value: "block", label: t().boardCard.limit.block },
          ]}
          value={mode()}
          onChange={setMode}
        />
      </div>
    </FormDialog>
  );
}
