import { createSignal, onMount } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { typedText } from "#web/ui/typed-text.ts";
import { type PastedLine, pastedLines } from "./pasted-lines.ts";

/** Adds lines one after the other: Enter adds and stays, Escape or leaving it empty closes. Pasted lines come at once. */
export function LineComposer(props: {
  label: string;
  onAdd: (lines: PastedLine[]) => void;
  onClose: () => void;
}) {
  const t = useTexts();
  const [text, setText] = createSignal("");
  let field!: HTMLTextAreaElement;
  onMount(() => field.focus());
  const add = () => {
    const lines = pastedLines(text()).slice(0, 1);
    setText("");
    if (lines.length > 0) props.onAdd(lines);
    else props.onClose();
  };
  return (
    <div class="flex items-start gap-2 pl-6 phone:pl-8">
      <textarea
        ref={field}
        rows={1}
        maxLength={500}
        aria-label={props.label}
        placeholder={t().boardCard.checklist.placeholder}
        value={text()}
        class="field-sizing-content min-w-0 flex-1 resize-none rounded-2 border border-accent bg-surface px-1.5 py-1 outline-none placeholder:text-ink-3 phone:py-2.5"
        onInput={(event) => setText(typedText(event))}
        onBlur={() => {
          if (text().trim() === "") props.onClose();
        }}
        onPaste={(event) => {
          const lines = pastedLines(event.clipboardData?.getData("text/plain") ?? "");
          if (lines.length < 2) return;
          event.preventDefault();
          props.onAdd(lines);
        }}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === "Enter") add();
          else if (event.key === "Escape") {
            // What was typed is kept: only an empty field closes without a trace.
            if (text().trim() !== "") add();
            event.currentTarget.closest<HTMLElement>("[role=dialog]")?.focus();
            props.onClose();
          } else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {/* The field keeps the focus, and with it the keyboard of the phone. */}
      <Button
        kind="primary"
        size="sm"
        class="hidden phone:inline-flex"
        onMouseDown={(event) => event.preventDefault()}
        onClick={add}
      >
        {t().boardCard.checklist.add}
      </Button>
    </div>
  );
}
