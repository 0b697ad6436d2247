import type { TemplateFields } from "#domain/boards/card-template.ts";
import { useTexts } from "#web/lib/i18n.tsx";

/** What a template brings besides its title, in few words. */
export function useTemplateWords(): (template: TemplateFields) => string {
  const t = useTexts();
  return ({ priority, dueIn, checklists, tags }) => {
    const words = t().cardTemplates;
    const lines = checklists.reduce((sum, { items }) => sum + items.length, 0);
    return [
      ...(priority === "none" ? [] : [t().boards.priorities[priority]]),
      ...(dueIn === null ? [] : [words.dueIn(dueIn)]),
      ...(lines === 0 ? [] : [words.lines(lines)]),
      ...tags,
    ].join(", ");
  };
}
