import { useFormat, useTexts } from "#web/lib/i18n.tsx";

/** Says by how much a name is too long; undefined while it fits. It is counted as it is kept: trimmed and composed. */
export function useTooLong(): (typed: string, most: number) => string | undefined {
  const t = useTexts();
  const f = useFormat();
  return (typed, most) => {
    const over = typed.normalize("NFC").trim().length - most;
    if (over <= 0) return undefined;
    return t().boardScreen.tooLong(f().number(most), f().number(over));
  };
}
