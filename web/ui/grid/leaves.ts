/**
 * Whether a blur takes the focus elsewhere in the page. When the window itself goes to the back its active element is
 * told of a blur too, yet has the focus again on return: an editor must not end then.
 */
export function leaves(event: FocusEvent): boolean {
  return document.activeElement !== event.currentTarget;
}
