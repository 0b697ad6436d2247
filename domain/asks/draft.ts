const FIELD = /"answer"\s*:\s*"((?:[^"\\]|\\.)*)/s;

/** The text of an answer out of the JSON that has come so far; empty before it begins. An escape that is cut is left out. */
export function draftAnswer(json: string): string {
  const found = FIELD.exec(json)?.[1] ?? "";
  const whole = found.replace(/\\(?:u[0-9a-f]{0,3})?$/i, "");
  try {
    return JSON.parse(`"${whole}"`) as string;
  } catch {
    return "";
  }
}
