/** Days between the asking and the deletion: everything works as before, and any owner may take it back. */
export const DELETION_DAYS = 30;
/** Days before the end at which owners are reminded. */
export const REMINDER_DAYS = 3;

/** Whether what was typed to confirm is the organization's name: as it is written, but for space around it. */
export function namesOrganization(typed: string, name: string): boolean {
  return typed.trim().normalize("NFC") === name.trim().normalize("NFC");
}
