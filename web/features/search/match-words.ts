/** Lower case without accents: what people type to find things. */
function fold(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** Whether every word typed begins a word of the text, whatever case and accents. Nothing typed matches all. */
export function matchesWords(text: string, typed: string): boolean {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  return fold(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** What the first character asks for: `>` commands only, `@` people only, anything. */
export function readQuery(typed: string): { kind: "all" | "commands" | "people"; text: string } {
  if (typed.startsWith(">")) return { kind: "commands", text: typed.slice(1).trim() };
  if (typed.startsWith("@")) return { kind: "people", text: typed.slice(1).trim() };
  return { kind: "all", text: typed.trim() };
}
