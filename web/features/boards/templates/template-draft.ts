import { TEMPLATE_LIMITS, type TemplateFields } from "#domain/boards/card-template.ts";
import { MOST } from "#domain/boards/parts.ts";
import { withoutUnseen } from "#domain/unseen.ts";

/** A checklist as it is written: its lines as lines of text. */
export interface DraftList {
  name: string;
  items: string;
}

/** A template as it is written in a form. `dueIn` is text, empty for none. */
export type TemplateDraft = Omit<TemplateFields, "dueIn" | "checklists"> & {
  dueIn: string;
  lists: DraftList[];
};

/** An empty template, to be filled in. */
export const EMPTY_TEMPLATE: TemplateFields = {
  name: "",
  title: "",
  description: "",
  priority: "none",
  tags: [],
  cover: null,
  dueIn: null,
  checklists: [],
};

/** The most characters of a line of a checklist. */
const MOST_TEXT = 500;

/** A template as a form begins with it: what it says alone, not which one it is. */
export function draftOf(template: TemplateFields): TemplateDraft {
  const { name, title, description, priority, tags, cover, dueIn, checklists } = template;
  return {
    name,
    title,
    description,
    priority,
    cover,
    tags: [...tags],
    dueIn: dueIn === null ? "" : String(dueIn),
    lists: checklists.map((list) => ({ name: list.name, items: list.items.join("\n") })),
  };
}

/** The days in a text, null for none, undefined where it is no such number. */
export function readDueIn(text: string): number | null | undefined {
  if (text.trim() === "") return null;
  const days = Number(text.trim());
  const fits = Number.isInteger(days) && days >= 0 && days <= TEMPLATE_LIMITS.dueIn;
  return fits ? days : undefined;
}

/** The lines of a checklist as they are meant: without marks of lists and ticks that were pasted with them. */
export function readItems(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => withoutUnseen(line).replace(/^\s*(?:[-*+•]\s+)?(?:\[[ xX]\]\s+)?/, ""))
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** What keeps a draft from being saved, told beside its field. */
export type DraftFault =
  | { field: "dueIn" }
  | { field: "lists"; list: number; long: string }
  | { field: "lists"; list: null };

/** What a draft says, or what is wrong with it. */
export function readDraft(
  draft: TemplateDraft,
): { fields: TemplateFields } | { fault: DraftFault } {
  const { lists, dueIn: text, ...rest } = draft;
  const dueIn = readDueIn(text);
  if (dueIn === undefined) return { fault: { field: "dueIn" } };
  const read = lists.map(({ name, items }) => ({
    name: withoutUnseen(name).trim(),
    items: readItems(items),
  }));
  for (const [list, { items }] of read.entries()) {
    const long = items.find((item) => item.length > MOST_TEXT);
    if (long) return { fault: { field: "lists", list, long: long.slice(0, 40) } };
  }
  const checklists = read.filter(({ name, items }) => name !== "" || items.length > 0);
  if (checklists.reduce((sum, { items }) => sum + items.length, 0) > MOST.items) {
    return { fault: { field: "lists", list: null } };
  }
  const title = withoutUnseen(draft.title).trim();
  const name = withoutUnseen(draft.name).trim();
  return { fields: { ...rest, name, title, dueIn, checklists } };
}
