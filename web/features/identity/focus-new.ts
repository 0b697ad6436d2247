/** As `ref` of what takes the place of a form: the field that had the focus is gone, the keyboard goes on here. */
export function focusNew(element: HTMLElement): void {
  queueMicrotask(() => element.focus());
}
