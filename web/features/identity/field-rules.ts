import { useTexts } from "#web/lib/i18n.tsx";
import { brokenRules } from "#web/lib/problem-text.ts";

/** `const rule = useFieldRules(() => submit.problem()); rule("email")` – what is wrong with one field, if anything. */
export function useFieldRules(problem: () => unknown): (path: string) => string | undefined {
  const t = useTexts();
  return (path) => {
    const rule = brokenRules(problem())[path];
    if (!rule) return undefined;
    if (path === "email") return t().identity.rules.email;
    const asked: Readonly<Record<string, string>> = t().identity.rules.asked;
    if (rule === "too_small") return asked[path] ?? t().identity.rules.required;
    return rule === "invalid_format" ? t().identity.rules.unseen : t().identity.rules.other;
  };
}
