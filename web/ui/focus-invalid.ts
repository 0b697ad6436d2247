function firstInvalid(form: EventTarget | null): HTMLElement | null {
  return form instanceof HTMLElement ? form.querySelector("[aria-invalid=true]") : null;
}

/** Whether a field of the form says that it has to be mended. */
export function isInvalid(form: EventTarget | null): boolean {
  return firstInvalid(form) !== null;
}

/** After a refused submission: puts the focus in the first field of the form that has to be mended, if there is one. */
export function focusInvalid(form: EventTarget | null): void {
  firstInvalid(form)?.focus();
}
