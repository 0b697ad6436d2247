import { createSignal } from "solid-js";
import { pastedLines } from "#web/features/boards/card/checklists/pasted-lines.ts";

/** The lines that were pasted into an empty title, each of which may be a card, until anything else is typed. */
export function createPastedTitles(title: () => string) {
  const [lines, setLines] = createSignal<readonly string[]>([]);
  let pasting = false;
  return {
    lines,
    onPaste(event: ClipboardEvent) {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      const all = pastedLines(text, Infinity).map((line) => line.text);
      pasting = title().trim() === "" && all.length > 1;
      setLines(pasting ? all : []);
    },
    /** The field holds something else than before: what was just pasted, or what somebody types. */
    typed() {
      if (!pasting) setLines([]);
      pasting = false;
    },
    clear: () => setLines([]),
  };
}
