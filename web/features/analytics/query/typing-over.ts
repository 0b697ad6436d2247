import { EditorView } from "@codemirror/view";
import type { Extension } from "@codemirror/state";

/**
 * Typing over a selection is done by the editor, not by the browser: Chromium would give what is typed the look of what it replaces, as a
 * style attribute, which the page's policy forbids. A composition cannot be taken over; its selection is emptied before it starts.
 */
export const typingOver: Extension = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { from, to, empty } = view.state.selection.main;
    if (event.inputType !== "insertText" || event.data === null || empty) return false;
    const text = event.data;
    const insert = () =>
      view.state.update(view.state.replaceSelection(text), {
        userEvent: "input.type",
        scrollIntoView: true,
      });
    // Brackets close around a selection, and other handlers of typed text, as for the editor's own input.
    const handlers = view.state.facet(EditorView.inputHandler);
    if (!handlers.some((handle) => handle(view, from, to, text, insert))) view.dispatch(insert());
    return true;
  },
  compositionstart(_, view) {
    if (view.state.selection.main.empty) return;
    view.dispatch(view.state.replaceSelection(""), { userEvent: "delete.selection" });
  },
});
