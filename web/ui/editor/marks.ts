/** A text with what is selected in it. */
export interface Selected {
  text: string;
  from: number;
  to: number;
}

/** What a text becomes: `insert` stands in the place of [from, to), and then [selectFrom, selectTo) is selected. */
export interface Edit {
  from: number;
  to: number;
  insert: string;
  selectFrom: number;
  selectTo: number;
}

export const MARKS = ["bold", "italic", "code", "link", "list", "check"] as const;
export type Mark = (typeof MARKS)[number];

const AROUND = { bold: "**", italic: "*", code: "`" } as const;
const BEFORE = { list: "- ", check: "- [ ] " } as const;
const ITEM = /^(\s*)(?:[-*] \[[ x]\] |[-*] |\d+\. )/i;

function wrapped({ text, from, to }: Selected, sign: string): Edit {
  const inside = text.slice(from, to);
  const edge = sign.length;
  const held = text.slice(from - edge, from) === sign && text.slice(to, to + edge) === sign;
  // A second time takes the signs away.
  if (held && from >= edge) {
    const start = from - edge;
    return {
      from: start,
      to: to + edge,
      insert: inside,
      selectFrom: start,
      selectTo: start + inside.length,
    };
  }
  const insert = sign + inside + sign;
  return { from, to, insert, selectFrom: from + edge, selectTo: to + edge };
}

function linked({ text, from, to }: Selected): Edit {
  const words = text.slice(from, to);
  const isAddress = /^https?:\/\/\S+$/.test(words);
  const insert = isAddress ? `[](${words})` : `[${words}](https://)`;
  if (isAddress || words === "") {
    return { from, to, insert, selectFrom: from + 1, selectTo: from + 1 };
  }
  const address = from + words.length + 3;
  return { from, to, insert, selectFrom: address, selectTo: address + "https://".length };
}

/** Begins each line of the selection as an item, or ends that where all of them are items of this kind. */
function listed({ text, from, to }: Selected, sign: string): Edit {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const next = text.indexOf("\n", to);
  const end = next === -1 ? text.length : next;
  const lines = text.slice(start, end).split("\n");
  const all = lines.every((line) => line.startsWith(sign));
  const turned = lines.map((line) =>
    all ? line.slice(sign.length) : sign + line.replace(ITEM, "$1"),
  );
  const insert = turned.join("\n");
  const one = lines.length === 1;
  const caret = Math.max(start, from + insert.length - (end - start));
  return {
    from: start,
    to: end,
    insert,
    selectFrom: one ? caret : start,
    selectTo: one ? caret : start + insert.length,
  };
}

/** What a button or a key of the editor does to a text. */
export function applyMark(selected: Selected, mark: Mark): Edit {
  if (mark === "link") return linked(selected);
  if (mark === "list" || mark === "check") return listed(selected, BEFORE[mark]);
  return wrapped(selected, AROUND[mark]);
}

/** What Enter does in an item: the next one begins, an empty one ends the list. Null where Enter is Enter. */
export function continueList({ text, from, to }: Selected): Edit | null {
  if (from !== to) return null;
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const line = text.slice(start, from);
  const sign = ITEM.exec(line)?.[0];
  if (sign === undefined) return null;
  if (line === sign) return { from: start, to, insert: "", selectFrom: start, selectTo: start };
  const number = /\d+/.exec(sign)?.[0];
  const next = number
    ? sign.replace(number, String(Number(number) + 1))
    : sign.replace(/\[x\]/i, "[ ]");
  const at = from + 1 + next.length;
  return { from, to, insert: `\n${next}`, selectFrom: at, selectTo: at };
}
