import { keepLight } from "#web/lib/light-place.ts";

/** Rows of one sheet of paper and the few after it: who needs more takes a file. */
const MOST_ROWS = 500;

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

/** The table of a printed answer: its heads again on each page, figures to the right. */
function sheet(lines: readonly (readonly string[])[], numeric: readonly boolean[]): HTMLElement {
  const [heads = [], ...rows] = lines;
  const side = (at: number): string => (numeric[at] ? "text-right num" : "text-left");
  const cells = (tag: "th" | "td", line: readonly string[]) =>
    line.map((text, at) =>
      element(tag, `border-b border-line px-2 py-1 align-top ${side(at)}`, text),
    );
  return element(
    "table",
    "mt-4 w-full border-collapse text-small",
    element("thead", "", element("tr", "", ...cells("th", heads))),
    element(
      "tbody",
      "",
      ...rows.slice(0, MOST_ROWS).map((line) => element("tr", "", ...cells("td", line))),
    ),
  );
}

/**
 * Prints an answer alone, without the frame of the app: its title, its picture and its table, dark on white whatever the theme. Resolves
 * when the browser's dialog is closed.
 */
export async function printResult(what: {
  title: string;
  /** Where the data are from, and when. */
  note: string;
  picture: Blob | undefined;
  lines: readonly (readonly string[])[];
  numeric: readonly boolean[];
  /** Said where not all rows are printed. */
  rest: (shown: number, all: number) => string;
}): Promise<void> {
  const { title, note, picture, lines, numeric, rest } = what;
  const all = lines.length - 1;
  const parts: Node[] = [element("h1", "text-title font-semibold", title)];
  let url: string | undefined;
  if (picture) {
    url = URL.createObjectURL(picture);
    const image = element("img", "mt-3 w-full");
    image.alt = title;
    image.src = url;
    await image.decode();
    parts.push(image);
  }
  parts.push(sheet(lines, numeric));
  if (all > MOST_ROWS) parts.push(element("p", "mt-2 text-small text-ink-3", rest(MOST_ROWS, all)));
  parts.push(element("p", "mt-2 text-small text-ink-3", note));
  const page = element("section", "hidden bg-surface p-0 text-ink print:block", ...parts);
  page.dataset["print"] = "result";
  // Paper is white.
  keepLight(page);
  document.body.append(page);
  // Some browsers come back from print() before their dialog is closed.
  const printed = new Promise((done) => {
    window.addEventListener("afterprint", done, { once: true });
  });
  window.print();
  await printed;
  page.remove();
  if (url) URL.revokeObjectURL(url);
}
