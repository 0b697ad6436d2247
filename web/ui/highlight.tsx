import { createMemo, For } from "solid-js";

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** Where `query` stands in `text`, whatever the accents and case; undefined when it doesn't. */
export function findMatch(text: string, query: string): [start: number, end: number] | undefined {
  const wanted = plain(query.trim());
  if (!wanted) return undefined;
  // Folding may change the length (œ stays, é is two code points), so the place is found in the text itself.
  for (let start = 0; start < text.length; start++) {
    for (let end = start + 1; end <= text.length; end++) {
      const part = plain(text.slice(start, end));
      if (part === wanted) return [start, end];
      if (!wanted.startsWith(part)) break;
    }
  }
  return undefined;
}

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
