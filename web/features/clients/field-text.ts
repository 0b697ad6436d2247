import type { ClientFields } from "#domain/clients/model.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import type { People } from "./people.ts";

/** `say("stage", "signed")` – any value of a field in words, for conflicts, history and toasts. */
export function useFieldText(people: People) {
  const t = useTexts();
  const f = useFormat();
  return (field: string, value: unknown): string => {
    const words = t().clients;
    if (value === null || value === undefined || value === "") return words.history.cleared;
    const text = typeof value === "string" ? value : JSON.stringify(value);
    switch (field as keyof ClientFields) {
      case "status":
      case "stage":
      case "priority":
      case "size": {
        const names: Readonly<Record<string, string>> = words[field as "status"];
        return names[text] ?? text;
      }
      case "ownerId":
        return people.find(text).name;
      case "nextActionOn":
        return f().day(text);
      case "estimatedMinor":
        return f().money(Number(value), "EUR");
      case "company":
      case "contact":
      case "sector":
      case "phone":
      case "email":
      case "nextAction":
      case "notes":
        return text;
      default:
        return text;
    }
  };
}
