import { TEMPLATE_LIMITS, TemplateFields } from "#domain/boards/card-template.ts";
import type { RawTemplate } from "./raw.ts";

/** A name as it is compared: whatever the case. */
export const templateKey = (name: string): string => name.trim().toLowerCase();

/** The card templates of a file that a board takes: each name once, as many as a board has. `lost` are the others. */
export function draftTemplates(raw: readonly RawTemplate[]): {
  templates: TemplateFields[];
  lost: number;
} {
  const named = new Map<string, TemplateFields>();
  for (const one of raw) {
    const { name, title, description, priority, tags, cover, dueIn } = one;
    const checklists = one.checklists.map((list) => ({ name: list.name, items: list.items }));
    const fields = { name, title, description, priority, tags, cover, dueIn, checklists };
    const read = TemplateFields.safeParse(fields);
    if (read.success && named.size < TEMPLATE_LIMITS.perBoard) {
      const key = templateKey(read.data.name);
      if (!named.has(key)) named.set(key, read.data);
    }
  }
  return { templates: [...named.values()], lost: raw.length - named.size };
}
