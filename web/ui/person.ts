export const PERSON_COLORS = ["p1", "p2", "p3", "p4", "p5", "p6", "p7"] as const;
export type PersonColor = (typeof PERSON_COLORS)[number];

/** One person, one colour in everybody's windows, their own too: FNV-1a of the user id. */
export function personColor(userId: string): PersonColor {
  let hash = 0x811c9dc5;
  for (const char of userId) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return PERSON_COLORS[(hash >>> 0) % PERSON_COLORS.length] ?? "p1";
}

/** "Solène Le Goff" → "SL", "Jean-Marc Petit" → "JP", "Mathilde" → "MA". */
export function initials(name: string): string {
  const [first = "", second] = name.trim().split(/\s+/);
  const letters = second === undefined ? first.slice(0, 2) : first.slice(0, 1) + second.slice(0, 1);
  return letters.toLocaleUpperCase();
}

/** Fill of a person's avatar, cursor and ghost. Written out, so that the classes are found at build time. */
export const personFill: Record<PersonColor, string> = {
  p1: "bg-p1",
  p2: "bg-p2",
  p3: "bg-p3",
  p4: "bg-p4",
  p5: "bg-p5",
  p6: "bg-p6",
  p7: "bg-p7",
};
