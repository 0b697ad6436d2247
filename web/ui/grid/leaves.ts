/**
 * Whether a blur takes the focus out of the editor: elsewhere in the page, and not into a part of the same editor. When the
 * window itself goes to the back its active element is told of a blur too, yet has the focus again on return: an editor
 * must not end then.
 */
export function leaves(event: FocusEvent): boolean {
  const from = event.currentTarget;
  const to = event.relatedTarget;
  const editor = from instanceof Element ? from.closest("[data-editor]") : null;
  if (to instanceof Node && editor?.contains(to)) return false;
  return !(from instanceof Node && from.contains(document.activeElement));
}
