import { createEffect, createSignal, on } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { typedText } from "#web/ui/typed-text.ts";
import { type PastedLine, pastedLines } from "./pasted-lines.ts";

/** Where the keyboard goes from a line. */
export type LineStep = "up" | "down";

/** Whether the caret can go no further within the field. */
function atEdge(field: HTMLTextAreaElement, step: LineStep): boolean {
  const { selectionStart, selectionEnd, value } = field;
  if (selectionStart !== selectionEnd) return false;
  return step === "up"
    ? !value.slice(0, selectionStart).includes("\n") && selectionStart === 0
    : selectionStart === value.length;
}

/**
 * The words of a line, edited in place. Enter keeps them and asks for the next line, arrows go on from its ends, with Alt
 * they move the line; several pasted lines are handed on.
 */
export function ItemText(props: {
  id: string;
  text: string;
  done: boolean;
  locked: boolean;
  onSave: (text: string) => void;
  onNext: () => void;
  onStep: (step: LineStep) => void;
  onMove: (step: LineStep) => void;
  onTick: () => void;
  onEmpty: () => void;
  onPaste: (lines: PastedLine[]) => void;
}) {
  const t = useTexts();
  const [text, setText] = createSignal("");
  createEffect(
    on(
      () => [props.id, props.text],
      () => setText(props.text),
    ),
  );
  const save = () => {
    const words = text().trim().replaceAll(/\s+/g, " ");
    if (words === "" || words === props.text) setText(props.text);
    else props.onSave(words);
  };
  const keys = (event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }) => {
    if (event.isComposing) return false;
    const step = event.key === "ArrowUp" ? "up" : event.key === "ArrowDown" ? "down" : null;
    if (step && event.altKey) props.onMove(step);
    else if (step && atEdge(event.currentTarget, step)) props.onStep(step);
    else if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) props.onTick();
    else if (event.key === "Enter") {
      save();
      props.onNext();
    } else if (event.key === "Backspace" && text() === "") props.onEmpty();
    else if (event.key === "Escape") {
      setText(props.text);
      event.currentTarget.closest<HTMLElement>("[role=dialog]")?.focus();
    } else return false;
    return true;
  };
  return (
    <textarea
      rows={1}
      maxLength={500}
      data-line={props.id}
      aria-label={t().boardCard.checklist.item}
      aria-keyshortcuts="Enter Alt+ArrowUp Alt+ArrowDown Control+Enter"
      readOnly={props.locked}
      value={text()}
      class={cx(
        "field-sizing-content min-w-0 flex-1 resize-none rounded-2 bg-transparent px-1.5 py-1 outline-offset-[-1px] phone:py-2.5 [overflow-wrap:anywhere]",
        "hover:bg-hover focus:bg-surface",
        props.done && "text-ink-3 line-through focus:no-underline",
      )}
      onInput={(event) => setText(typedText(event))}
      onBlur={save}
      onPaste={(event) => {
        const lines = pastedLines(event.clipboardData?.getData("text/plain") ?? "");
        if (lines.length < 2 || props.locked) return;
        event.preventDefault();
        props.onPaste(lines);
      }}
      onKeyDown={(event) => {
        if (!keys(event)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
