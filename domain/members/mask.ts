/** An address that only tells who is behind it to whoever knows it: `lucas@atelier.fr` → `l•••@atelier.fr`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, 1)}•••${at > 0 ? email.slice(at) : ""}`;
}
