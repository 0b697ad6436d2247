/** A table that was copied in a spreadsheet or on a web page, as a file; null when the text is no table. Such tables arrive with tabs. */
export function pastedTable(text: string, name: string): File | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const json = /^\s*(?:\{\s*"|\[\s*[{[])/.test(text);
  const tabs = lines.filter((line) => line.includes("\t")).length;
  const marks = [";", ",", "|"].some((mark) => lines.every((line) => line.includes(mark)));
  const table = lines.length > 1 && (tabs > lines.length / 2 || marks);
  if (!json && !table) return null;
  return new File([text], `${name}.${json ? "json" : tabs > 0 ? "tsv" : "csv"}`);
}

/** A name that none of these is yet, whatever their endings: `Collage du 22 novembre 2`. */
export function freeName(name: string, taken: readonly string[]): string {
  const stems = new Set(taken.map((one) => one.replace(/\.[^.]*$/, "").toLowerCase()));
  let free = name;
  for (let copy = 2; stems.has(free.toLowerCase()); copy++) free = `${name} ${copy}`;
  return free;
}

/** True where a paste belongs to what is being written. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, [role=dialog]") !== null)
  );
}
