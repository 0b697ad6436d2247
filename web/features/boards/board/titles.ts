import { titleFields } from "#domain/boards/long-title.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useToasts } from "#web/ui/toast-store.ts";

/**
 * Takes what was typed as a title, into what a card has of it: what is too long for one begins the description, and that is
 * said. Null when no card can hold it: then it stays where it was typed.
 */
export function useTitles() {
  const t = useTexts();
  const toasts = useToasts();
  return (typed: string, below?: string) => {
    const fields = titleFields(typed, below);
    if (!fields) toasts.show({ text: t().boards.refused.too_large, tone: "bad" });
    else if (fields.description !== undefined) {
      toasts.show({ text: t().boardScreen.longTitle.went });
    }
    return fields;
  };
}
