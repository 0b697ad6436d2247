/** Hands a file that was made here to the person's downloads. */
export function download(
  name: string,
  content: Blob | string,
  type = "text/csv;charset=utf-8",
): void {
  const blob = typeof content === "string" ? new Blob([content], { type }) : content;
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A mark in front, so that spreadsheets read the accents. */
export const BOM = "\ufeff";
