import DOMPurify from "dompurify";
import { Marked } from "marked";
import type { Mentionable } from "./mention.ts";

const HTML: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (char) => HTML[char] ?? "");
const FILE = /^fil_[0-9A-Z]{26}$/;

const marked = new Marked({
  gfm: true,
  breaks: true,
  renderer: {
    // HTML that somebody typed is shown as they typed it.
    html: ({ text }) => escaped(text),
    // Pictures of the card are put in afterwards; one from elsewhere would tell who looks at it: it becomes a link.
    image: ({ href, text }) =>
      FILE.test(href)
        ? `<span data-file="${href}">${escaped(text)}</span>`
        : `<a href="${escaped(href)}">${escaped(text || href)}</a>`,
    checkbox: ({ checked }) => (checked ? "☑ " : "☐ "),
  },
});

/** What a text may show beside itself: whom it calls, and how a picture of the card is drawn. */
export interface Around {
  mentions: readonly Mentionable[];
  picture: (file: string, name: string) => Node;
}

/**
 * Markdown as a safe fragment: no scripts, styles, forms or pictures from elsewhere; links open apart and say
 * nothing of where they were clicked.
 */
export function renderMarkdown(text: string, around?: Around): DocumentFragment {
  const fragment = DOMPurify.sanitize(marked.parse(text, { async: false }), {
    RETURN_DOM_FRAGMENT: true,
    FORBID_TAGS: ["style", "form", "input", "img", "video", "audio", "iframe"],
    FORBID_ATTR: ["style", "class", "id"],
  });
  for (const link of fragment.querySelectorAll("a")) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
  for (const item of fragment.querySelectorAll("li")) {
    if (/^\s*[☐☑] /.test(item.textContent)) item.dataset["task"] = "";
  }
  for (const place of fragment.querySelectorAll<HTMLElement>("[data-file]")) {
    const { file = "" } = place.dataset;
    if (around && FILE.test(file)) place.replaceWith(around.picture(file, place.textContent));
  }
  for (const { name } of around?.mentions ?? []) markName(fragment, `@${name}`);
  return fragment;
}

/** Marks a name wherever it stands as text, but not in code. */
function markName(fragment: DocumentFragment, call: string): void {
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const inside = node.parentElement?.closest("code, [data-mention]");
    if (!inside && node.textContent?.includes(call)) found.push(node as Text);
  }
  for (const text of found) {
    const parts = text.data.split(call);
    const nodes = parts.flatMap((part, index): (string | Node)[] => {
      if (index === 0) return [part];
      const mark = document.createElement("span");
      mark.dataset["mention"] = "";
      mark.textContent = call;
      return [mark, part];
    });
    text.replaceWith(...nodes);
  }
}
