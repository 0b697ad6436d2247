import { withoutUnseen } from "#domain/unseen.ts";

/**
 * What was typed or pasted into a field for one line, without characters that nobody sees: the field is corrected at once, so that no
 * form is refused for what can't be found. An input method is left alone until it is done.
 */
export function typedText(
  event: InputEvent & { currentTarget: HTMLInputElement | HTMLTextAreaElement },
): string {
  const field = event.currentTarget;
  const seen = withoutUnseen(field.value);
  if (event.isComposing || seen === field.value) return field.value;
  const caret = field.selectionStart;
  const before = caret === null ? null : withoutUnseen(field.value.slice(0, caret)).length;
  field.value = seen;
  // Fields for an address have no caret that could be set.
  if (before !== null) field.setSelectionRange(before, before);
  return seen;
}
