import { createMemo, For } from "solid-js";
import { findMatch } from "./match.ts";

/** A text with what was searched in petrol. */
export function Highlight(props: { text: string; query: string }) {
  const parts = createMemo(() => {
    const match = findMatch(props.text, props.query);
    if (!match) return [{ text: props.text, hit: false }];
    const [start, end] = match;
    return [
      { text: props.text.slice(0, start), hit: false },
      { text: props.text.slice(start, end), hit: true },
      { text: props.text.slice(end), hit: false },
    ];
  });
  return (
    <For each={parts()}>
      {(part) =>
        part.hit ? <mark class="bg-transparent text-accent-ink">{part.text}</mark> : part.text
      }
    </For>
  );
}
