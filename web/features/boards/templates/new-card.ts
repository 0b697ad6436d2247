import type { CardTemplate } from "#domain/boards/card-template.ts";
import { newId } from "#domain/ids.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { useTitles } from "#web/features/boards/board/titles.ts";
import type { useTemplates } from "./use-templates.ts";

/**
 * Makes a card at the end of a column of what was typed as its title, after a template where one was chosen. Answers what
 * comes of it, or null when there is nothing to make: then what was typed stays.
 */
export function useNewCard(templates: ReturnType<typeof useTemplates>) {
  const room = useRoom();
  const take = useTitles();
  return (card: {
    typed: string;
    column: string;
    template: CardTemplate | null;
    /** Instead of the template's. */
    dueOn?: string;
  }): Promise<unknown> | null => {
    const { typed, column, template, dueOn } = card;
    // A lone slash asks for templates.
    if (["", "/"].includes(typed.trim())) return null;
    const fields = take(typed, template?.description);
    if (!fields) return null;
    if (template) {
      return templates.use({ ...template, ...fields }, { column, title: fields.title, dueOn }).done;
    }
    return room.live.act({
      kind: "card.create",
      card: newId("crd"),
      column,
      after: null,
      before: null,
      fields: dueOn === undefined ? fields : { ...fields, dueOn },
    });
  };
}
