import { createSignal, onMount, untrack } from "solid-js";
import { cx } from "#web/ui/cx.ts";
import { typedText } from "#web/ui/typed-text.ts";
import type { CellEdit } from "./column.ts";
import { leaves } from "./leaves.ts";

/** The inline editor of a text or a figure: `edit: (edit) => <TextCell edit={edit} value={…} onSave={…} />`. */
export function TextCell<Row>(props: {
  edit: CellEdit<Row>;
  value: string;
  /** Called with what is typed, and only when it differs. */
  onSave: (value: string) => void;
  numeric?: boolean;
  inputMode?: "text" | "decimal" | "email" | "tel";
  placeholder?: string;
  /** On ↓, which a single line has no use for. */
  onDown?: () => void;
  /** From the first keystroke on. */
  onTyping?: () => void;
  /** What was typed before and not taken: it is taken up again. Esc, and typing the value as it was, drop it. */
  refused?: { text: string; why: string; onDrop: () => void } | undefined;
}) {
  const refused = untrack(() => props.refused);
  const first = untrack(() => props.edit.typed ?? refused?.text ?? props.value);
  const [value, setValue] = createSignal(first);
  let input!: HTMLInputElement;
  const change = (next: string) => {
    setValue(next);
    props.onTyping?.();
    // Called from event handlers alone.
    // oxlint-disable-next-line solid/reactivity
    props.edit.draft(() => {
      if (next !== props.value) props.onSave(next);
      else refused?.onDrop();
    });
  };
  onMount(() => {
    input.focus({ preventScroll: true });
    if (props.edit.typed === undefined) input.select();
    else change(first);
  });
  return (
    <input
      ref={input}
      aria-label={props.edit.label}
      value={value()}
      aria-invalid={refused && value() === refused.text ? "true" : undefined}
      title={refused?.why}
      onKeyDown={(event) => {
        if (event.key === "Escape") refused?.onDrop();
        else if (event.key === "ArrowDown") props.onDown?.();
      }}
      inputMode={props.inputMode ?? (props.numeric ? "decimal" : "text")}
      autocomplete="off"
      placeholder={props.placeholder}
      onInput={(event) => change(typedText(event))}
      onBlur={(event) => leaves(event) && props.edit.commit()}
      class={cx(
        "h-full w-full min-w-0 bg-transparent px-1.5 outline-none focus-visible:outline-none",
        props.numeric && "num text-right",
      )}
    />
  );
}
