/** After a refused submission: puts the focus in the first field of the form that has to be mended, if there is one. */
export function focusInvalid(form: EventTarget | null): void {
  if (form instanceof HTMLElement) form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
}
