import { useQueryClient } from "@tanstack/solid-query";
import type { CardTemplate } from "#domain/boards/card-template.ts";
import type { RejectReason } from "#domain/boards/verdict.ts";
import { templateOps } from "#domain/boards/template-ops.ts";
import { newId } from "#domain/ids.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { useQuery } from "#web/lib/query.ts";
import { today } from "#web/lib/today.ts";
import { addDays } from "#web/ui/date/calendar.ts";
import { useToasts } from "#web/ui/toast-store.ts";
import { isFull } from "#web/features/boards/board/full.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { templatesQuery } from "./queries.ts";

/** Reads the templates of the open board, so that they are there without a network too, and hears of their changes. */
export function useTemplateNews(): void {
  const room = useRoom();
  const queries = useQueryClient();
  useQuery(() => templatesQuery(room.record().id));
  onLive("boardTemplates", () => void queries.invalidateQueries({ queryKey: ["boardTemplates"] }));
}

/** The templates of the open board, and making cards of them. */
export function useTemplates() {
  const t = useTexts();
  const room = useRoom();
  const toasts = useToasts();
  const queries = useQueryClient();
  const query = useQuery(() => templatesQuery(room.record().id));
  /**
   * Makes a card at the end of a column as one step, offline too. Tags that no card of the board carries any more are left
   * out, and that is said. `dueOn` is a date instead of the template's.
   */
  const use = (
    template: CardTemplate,
    card: { column: string; title: string; dueOn?: string | undefined },
  ) => {
    const archived = query.isSuccess ? query.data.archivedTags : [];
    const known = new Set([...room.tags(), ...archived]);
    const hasTag = (tag: string) => known.has(tag) || room.live.tagColor(tag) !== null;
    const left = template.tags.filter((tag) => !hasTag(tag));
    const due = template.dueIn === null ? null : addDays(today(), template.dueIn);
    const id = newId("crd");
    const { column, title, dueOn = due } = card;
    const ops = templateOps(template, { card: id, column, title, dueOn, hasTag });
    if (left.length > 0) {
      toasts.show({ text: t().cardTemplates.composer.left(left.join(", ")) });
    }
    const done: Promise<RejectReason | null> = room.live.act(...ops);
    return { card: id, done };
  };
  const all = (): readonly CardTemplate[] => (query.isSuccess ? query.data.items : []);
  return {
    all,
    /** `away` when they could not be read, and none are known of before. */
    state: (): "ready" | "loading" | "away" =>
      query.isSuccess ? "ready" : query.isError || query.isPaused ? "away" : "loading",
    readAgain: () => queries.invalidateQueries({ queryKey: ["boardTemplates"] }),
    /** A template of this name, whatever the case, other than `id`. */
    named: (name: string, id?: string) =>
      all().find((one) => one.id !== id && one.name.toLowerCase() === name.trim().toLowerCase()),
    use,
    /** Makes a card under the template's own title in the first column. @returns its id; null without room, which is said. */
    make(template: CardTemplate): string | null {
      const column = room.live.columns()[0];
      if (column && !isFull(room, column)) {
        return use(template, { column: column.id, title: template.title || template.name }).card;
      }
      toasts.show({ text: t().boards.refused.wip_limit, tone: "bad" });
      return null;
    },
  };
}
