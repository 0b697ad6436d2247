// The editor brings the one font that only it needs.
// oxlint-disable-next-line import/no-unassigned-import
import "@fontsource-variable/jetbrains-mono";
import {
  autocompletion,
  closeBrackets,
  closeCompletion,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { sql } from "@codemirror/lang-sql";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { Compartment, EditorState, Prec } from "@codemirror/state";
import { EditorView, keymap, placeholder } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { duckDb } from "./duckdb-dialect.ts";
import { typingOver } from "./typing-over.ts";

const look = EditorView.theme({
  "&": { fontSize: "0.75rem", backgroundColor: "transparent", color: "var(--color-ink)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--font-mono)", lineHeight: "1.25rem", maxHeight: "16rem" },
  ".cm-content": { padding: "0.625rem 0", caretColor: "var(--color-ink)" },
  ".cm-line": { padding: "0 0.75rem" },
  "&.cm-focused .cm-cursor": { borderLeftColor: "var(--color-ink)" },
  ".cm-selectionBackground, &.cm-focused .cm-selectionBackground": {
    backgroundColor: "var(--color-accent-soft)",
  },
  ".cm-placeholder": { color: "var(--color-ink-3)" },
  ".cm-tooltip": {
    backgroundColor: "var(--color-raised)",
    border: "1px solid var(--color-line-2)",
    borderRadius: "var(--radius-2)",
    boxShadow: "var(--shadow-3)",
    overflow: "hidden",
  },
  ".cm-tooltip-autocomplete > ul": { fontFamily: "var(--font-mono)" },
  ".cm-tooltip-autocomplete > ul > li": { padding: "0.25rem 0.5rem !important" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--color-accent)",
    color: "var(--color-on-accent)",
  },
});

const colors = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--color-accent-ink)", fontWeight: "500" },
  { tag: tags.string, color: "var(--color-ok)" },
  { tag: tags.special(tags.string), color: "var(--color-ink)" },
  { tag: [tags.typeName, tags.standard(tags.name)], color: "var(--color-ink)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--color-info)" },
  { tag: [tags.lineComment, tags.blockComment], color: "var(--color-ink-3)", fontStyle: "italic" },
]);

export interface SqlEditor {
  text(): string;
  setText(text: string): void;
  /** Puts text where the cursor stands and takes the focus. */
  insert(text: string): void;
  destroy(): void;
}

/**
 * A SQL editor inside a shadow root: the page's policy allows no style elements, and there the editor uses adopted style sheets.
 * Tab leaves it, as in any field; ⌘↵ runs.
 */
export function mountEditor(
  host: HTMLElement,
  options: {
    text: string;
    label: string;
    hint: string;
    schema: Record<string, string[]>;
    /** Its columns are offered first. */
    table: string;
    onRun: () => void;
    onChange: (text: string) => void;
  },
): SqlEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const language = new Compartment();
  const run = Prec.highest(
    keymap.of([
      {
        key: "Mod-Enter",
        preventDefault: true,
        stopPropagation: true,
        run: (target) => {
          closeCompletion(target);
          options.onRun();
          return true;
        },
      },
    ]),
  );
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        run,
        typingOver,
        history(),
        closeBrackets(),
        autocompletion({ icons: false }),
        keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
        language.of(
          sql({
            dialect: duckDb,
            schema: options.schema,
            defaultTable: options.table,
            upperCaseKeywords: true,
          }),
        ),
        syntaxHighlighting(colors),
        placeholder(options.hint),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": options.label }),
        EditorView.updateListener.of(
          (update) => update.docChanged && options.onChange(update.state.doc.toString()),
        ),
        look,
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    setText: (text) =>
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    insert: (text) => {
      view.dispatch(view.state.replaceSelection(text));
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}
