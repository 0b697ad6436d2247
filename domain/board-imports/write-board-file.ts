import { bySaid, type Comment, saidAt } from "#domain/boards/comment.ts";
import type { TemplateFields } from "#domain/boards/card-template.ts";
import { type BoardTag, type Card, Color, type Column, watchersOf } from "#domain/boards/model.ts";
import { inOrder, isNote } from "#domain/boards/parts.ts";
import { byRank } from "#domain/boards/reader.ts";
import { BOARD_FILE, type BoardFile } from "./board-file.ts";

/** Records of a board as its object has them; what is deleted is left out. */
export interface BoardRecords {
  columns: readonly Column[];
  tags: readonly BoardTag[];
  cards: readonly Card[];
  comments: readonly Comment[];
}

/** What a template says; which one it is a file leaves out. */
const templateIn = (template: TemplateFields): BoardFile["templates"][number] => {
  const { name, title, description, priority, tags, cover, dueIn, checklists } = template;
  return { name, title, description, priority, tags, cover, dueIn, checklists };
};

type Person = { name: string; email: string | null };

/** What a file says beside the records. Somebody, a client or a note that the reader may not know, or who is gone, is null. */
export interface BoardNames {
  title: string;
  prefix: string;
  /** UTC. */
  exportedAt: string;
  person: (id: string) => Person | null;
  client: (id: string) => string | null;
  note: (id: string) => string | null;
  /** The board's card templates, by name. */
  templates: readonly TemplateFields[];
}

function checklistsOf({ checklists, items }: Card, { person }: BoardNames) {
  const lines = inOrder(items);
  return inOrder(checklists).map(({ id, name }) => ({
    name,
    lines: lines
      .filter(({ list }) => list === id)
      .map(({ text, done, assigneeId, dueOn }) => {
        return { text, done, assignee: assigneeId === null ? null : person(assigneeId), dueOn };
      }),
  }));
}

function commentOf(comment: Comment, { person }: BoardNames) {
  const { imported, authorId, editedAt, text } = comment;
  const author = imported
    ? { name: imported.name, email: null }
    : (person(authorId) ?? { name: "", email: null });
  return { author, at: saidAt(comment), editedAt, text };
}

/**
 * A board as a file that can be imported again: all that is on it and in its archive. Cards come by column, as they stand in it, those
 * of the archive last.
 */
export function writeBoardFile(records: BoardRecords, names: BoardNames): BoardFile {
  const columns = records.columns.filter(({ deleted }) => !deleted).toSorted(byRank);
  const place = new Map(columns.map(({ id }, at) => [id, at]));
  const at = ({ columnId }: Card) => place.get(columnId) ?? 0;
  const cards = records.cards
    .filter(({ deleted }) => !deleted)
    .toSorted((a, b) => at(a) - at(b) || Number(a.archived) - Number(b.archived) || byRank(a, b));
  const referenceOf = ({ number }: Card) => `${names.prefix}-${number ?? 0}`;
  const references = new Map(cards.map((card) => [card.id, referenceOf(card)]));
  const said = Map.groupBy(
    records.comments.filter(({ deleted }) => !deleted).toSorted(bySaid),
    ({ cardId }) => cardId,
  );
  const people = (ids: readonly string[]) => ids.flatMap((id) => names.person(id) ?? []);
  return {
    ...BOARD_FILE,
    title: names.title,
    prefix: names.prefix,
    exportedAt: names.exportedAt,
    columns: columns.map(({ name, category, wipLimit, wipBlock, archived }) => {
      return { name, category, wipLimit, wipBlock, archived };
    }),
    tags: records.tags
      .flatMap(({ id, color }) => (color === null ? [] : [{ name: id, color }]))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    cards: cards.map((card) => ({
      reference: referenceOf(card),
      column: at(card),
      title: card.title,
      description: card.description,
      priority: card.priority,
      dueOn: card.dueOn,
      tags: card.tags,
      assignees: people(card.assigneeIds),
      client: card.clientId === null ? null : names.client(card.clientId),
      archived: card.archived,
      cover: Color.safeParse(card.cover).data ?? null,
      picture: card.files.find(({ id }) => id === card.cover)?.name ?? null,
      checklists: checklistsOf(card, names),
      notes: Object.keys(card.links)
        .filter(isNote)
        .map((id) => ({ id, title: names.note(id) })),
      links: Object.entries(card.links).flatMap(([other, relation]) => {
        // A card of another board goes by its id: an import can't find it, and says so.
        const reference = other.includes("/") ? other : references.get(other);
        return reference === undefined ? [] : [{ card: reference, relation }];
      }),
      repeat: card.repeat,
      watchers: people(watchersOf(card)),
      comments: (said.get(card.id) ?? []).map((comment) => commentOf(comment, names)),
      files: card.files.map(({ name, size, type }) => ({ name, size, type })),
      createdAt: card.createdAt,
      updatedAt: card.updatedAt,
    })),
    templates: names.templates.map(templateIn),
  };
}
