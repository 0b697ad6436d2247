/** What a press or a key tells of the keys that were held. */
export type Modified = Pick<KeyboardEvent, "shiftKey" | "ctrlKey" | "metaKey">;

/** Whether a press chooses beside what is chosen. */
export const more = (event: Modified | undefined): boolean =>
  event !== undefined && (event.shiftKey || event.ctrlKey || event.metaKey);
