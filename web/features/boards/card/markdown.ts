import DOMPurify from "dompurify";
import { Marked } from "marked";

const HTML: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const marked = new Marked({
  gfm: true,
  breaks: true,
  // HTML that somebody typed is shown as they typed it.
  renderer: { html: ({ text }) => text.replaceAll(/[&<>"]/g, (char) => HTML[char] ?? "") },
});

/**
 * Markdown as a safe fragment: no scripts, styles, forms or pictures from elsewhere; links open apart and say
 * nothing of where they were clicked.
 */
export function renderMarkdown(text: string): DocumentFragment {
  const fragment = DOMPurify.sanitize(marked.parse(text, { async: false }), {
    RETURN_DOM_FRAGMENT: true,
    FORBID_TAGS: ["style", "form", "input", "img", "video", "audio", "iframe"],
    FORBID_ATTR: ["style", "class", "id"],
  });
  for (const link of fragment.querySelectorAll("a")) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
  return fragment;
}
