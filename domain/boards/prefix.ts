/**
 * The prefix of a board's card references, from the initials of its title: « Études & chantiers – T4 » → `EC`.
 * Words with digits don't count; two to four letters, `TB` when the title gives none.
 */
export function prefixOf(title: string): string {
  const plain = title.normalize("NFD").replaceAll(/\p{M}/gu, "");
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => /^[A-Za-z]+$/.test(word));
  const initials = words.map((word) => word.charAt(0)).join("");
  const letters = initials.length >= 2 ? initials : (words[0] ?? "");
  return letters.length >= 2 ? letters.slice(0, 4).toUpperCase() : "TB";
}
