import { guessCategory } from "./guess.ts";
import {
  FileRefused,
  MAX_CARDS,
  type RawBoard,
  type RawCard,
  rawCard,
  type RawChecklist,
  type RawComment,
  type RawPerson,
  type Section,
  type SectionWords,
} from "./raw.ts";
import { colorOfTrello } from "./trello-colors.ts";
import { Trello } from "./trello-shape.ts";

const byPlace = (a: { pos: number }, b: { pos: number }) => a.pos - b.pos;

function checklistsOf(board: Trello, personOf: (id: string) => RawPerson) {
  const groups = Map.groupBy(board.checklists.toSorted(byPlace), ({ idCard }) => idCard);
  return (card: string): RawChecklist[] =>
    (groups.get(card) ?? []).map(({ name, checkItems }) => ({
      name,
      lines: checkItems.toSorted(byPlace).map((item) => ({
        text: item.name,
        done: item.state === "complete",
        person: item.idMember ? personOf(item.idMember) : null,
        due: item.due ?? "",
      })),
    }));
}

/** Trello lists what happened last first. */
function commentsOf(board: Trello) {
  const said = board.actions.filter(({ type }) => type === "commentCard");
  const groups = Map.groupBy(said.toReversed(), ({ data }) => data.card?.id ?? "");
  return (card: string): RawComment[] =>
    (groups.get(card) ?? []).map(({ date, data, memberCreator }) => ({
      name: memberCreator?.fullName || memberCreator?.username || "",
      at: date,
      text: data.text,
    }));
}

type Custom = Trello["cards"][number]["customFieldItems"];

/** Custom fields as lines, with the date on which a card begins: no field of ours takes them. */
function fieldsOf(board: Trello, words: SectionWords) {
  const fields = new Map(board.customFields.map((field) => [field.id, field]));
  const customOf = ({ idCustomField, idValue, value }: Custom[number]) => {
    const field = fields.get(idCustomField);
    const option = field?.options.find(({ id }) => id === idValue)?.value.text;
    const told =
      option ??
      Object.values(value ?? {})
        .map(String)
        .join(", ");
    return field && told ? [`- ${field.name} : ${told}`] : [];
  };
  return (start: string | null | undefined, items: Custom): Section[] => {
    const begins = start ? [`- ${words.start} : ${start.slice(0, 10)}`] : [];
    const lines = [...begins, ...items.flatMap(customOf)];
    return lines.length > 0 ? [{ kind: "fields", heading: words.fields, lines }] : [];
  };
}

const link = (name: string, url: string) =>
  `- [${(name || url).replaceAll(/[[\]]/g, " ")}](${url.replaceAll(/[()\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)})`;

/** The short name of the card that an address leads to. */
const cardIn = (url: string) => /^https:\/\/trello\.com\/c\/(\w+)/.exec(url)?.[1];

/** Addresses as a section, and those of cards of the same board as links. */
function attachmentsOf(board: Trello, words: SectionWords) {
  const byShort = new Map(board.cards.map((card) => [card.shortLink, card.id]));
  const other = (url: string) => byShort.get(cardIn(url) ?? "-");
  return (files: Trello["cards"][number]["attachments"]) => {
    const known = files.filter(({ url }) => /^https?:/i.test(url));
    const rest = known.filter(({ url }) => other(url) === undefined);
    const lines = rest.map(({ name, url }) => link(name, url));
    const heading = words.attachments;
    return {
      links: known.flatMap(({ url }) => {
        const to = other(url);
        return to === undefined ? [] : [{ to, relation: "relates" as const }];
      }),
      sections: lines.length > 0 ? [{ kind: "attachments" as const, heading, lines }] : [],
      uploads: rest.filter(({ isUpload }) => isUpload).length,
    };
  };
}

type LabelsOf = (card: Trello["cards"][number]) => Trello["labels"];

/** The labels of a card: it carries them whole, or the ids of those of its board, or both. */
function labelsOn(board: Trello): LabelsOf {
  const byId = new Map(board.labels.map((label) => [label.id, label]));
  return ({ labels, idLabels }) => {
    const whole = new Set(labels.map(({ id }) => id));
    return [...labels, ...idLabels.flatMap((id) => (whole.has(id) ? [] : (byId.get(id) ?? [])))];
  };
}

/** Colours of the labels that bear a name, and of those on cards, which go by their colour when they have none. */
function tagsOf({ labels, cards }: Trello, labelsOf: LabelsOf): RawBoard["tags"] {
  const all = [...labels.filter(({ name }) => name), ...cards.flatMap(labelsOf)];
  return all.flatMap(({ name, color }) => {
    const known = colorOfTrello(color);
    return known === null ? [] : [{ name: name || (color ?? ""), color: known }];
  });
}

/**
 * A board out of Trello's JSON export: lists with their limits, cards in their order, what is archived, labels with their colours,
 * members, due dates, descriptions, covers, checklists, comments, links between cards; addresses of attachments, dates on
 * which cards begin, and custom fields as sections. Null when it is none. Throws `FileRefused`.
 */
export function readTrello(json: unknown, words: SectionWords): RawBoard | null {
  const parsed = Trello.safeParse(json);
  if (!parsed.success) return null;
  const board = parsed.data;
  if (board.cards.length > MAX_CARDS) throw new FileRefused("too_many", board.cards.length);
  const lists = board.lists.toSorted(byPlace);
  const listOf = new Map(lists.map((list) => [list.id, list]));
  const members = new Map(board.members.map((member) => [member.id, member]));
  const personOf = (id: string): RawPerson => {
    const member = members.get(id);
    return { name: member?.fullName || member?.username || id, email: null };
  };
  const labelsOf = labelsOn(board);
  const checklists = checklistsOf(board, personOf);
  const comments = commentsOf(board);
  const fields = fieldsOf(board, words);
  const attachments = attachmentsOf(board, words);
  const cards = board.cards.map((card, i): RawCard & { pos: number } => {
    const list = listOf.get(card.idList);
    const done = card.dueComplete && guessCategory(list?.name ?? "") !== "done";
    const files = attachments(card.attachments);
    const said = comments(card.id);
    const ticked: Section[] = done
      ? [{ kind: "dates", heading: words.due, lines: [words.dueDone] }]
      : [];
    return {
      ...rawCard({
        row: i + 1,
        key: card.id,
        title: card.name,
        description: card.desc,
        column: list?.id ?? null,
        due: card.due ?? "",
        tags: labelsOf(card)
          .map(({ name, color }) => name || (color ?? ""))
          .filter(Boolean),
        people: card.idMembers.map(personOf),
        cover: colorOfTrello(card.cover?.color),
        checklists: checklists(card.id),
        comments: said,
        links: files.links,
        extras: [...ticked, ...files.sections, ...fields(card.start, card.customFieldItems)],
        archived: card.closed,
        lost: {
          files: files.uploads,
          pictures: Number(Boolean(card.cover?.idAttachment || card.cover?.idUploadedBackground)),
          comments: Math.max(0, (card.badges?.comments ?? 0) - said.length),
        },
      }),
      pos: card.pos,
    };
  });
  const place = new Map<string | null, number>(lists.map(({ id }, at) => [id, at]));
  const happened = board.actions.filter(({ type }) => type !== "commentCard").length;
  return {
    source: "trello",
    title: board.name || null,
    columns: lists.map(({ id, name, closed, softLimit }) => {
      const wipLimit = softLimit ?? null;
      return { key: id, name, category: null, wipLimit, wipBlock: false, archived: closed };
    }),
    tags: tagsOf(board, labelsOf),
    templates: [],
    cards: cards.toSorted(
      (a, b) =>
        Number(a.archived) - Number(b.archived) ||
        (place.get(a.column) ?? -1) - (place.get(b.column) ?? -1) ||
        byPlace(a, b),
    ),
    lost: { history: happened },
  };
}
