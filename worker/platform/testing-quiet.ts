import { vi } from "vitest";

/** Keeps the Worker's lines from the terminal until `vi.restoreAllMocks()`, and collects those that tell of errors. */
export function quiet(): string[] {
  const errors: string[] = [];
  vi.spyOn(console, "info").mockImplementation(() => undefined);
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  vi.spyOn(console, "error").mockImplementation((line: unknown) => void errors.push(String(line)));
  return errors;
}
