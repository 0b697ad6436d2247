import { z } from "zod";
import { MAX_CARDS, FileRefused, type RawBoard, type RawCard, type SectionWords } from "./raw.ts";

const text = z.string().catch("");
const flag = z.boolean().catch(false);
const place = z.number().catch(0);
const some = <T extends z.ZodType>(item: T) => z.array(item).catch([]);

const Custom = z.looseObject({
  idCustomField: text,
  idValue: z.string().nullish().catch(null),
  value: z.record(z.string(), z.unknown()).nullish().catch(null),
});

const Card = z.looseObject({
  id: text,
  name: text,
  desc: text,
  idList: text,
  idMembers: some(z.string()),
  labels: some(z.looseObject({ name: text, color: z.string().nullish().catch(null) })),
  due: z.string().nullish().catch(null),
  dueComplete: flag,
  closed: flag,
  pos: place,
  attachments: some(z.looseObject({ name: text, url: text })),
  customFieldItems: some(Custom),
});

const Item = z.looseObject({ name: text, state: text, pos: place });

/** The parts of Trello's export of a board that say something of cards. A part of another shape counts as missing. */
const Trello = z.looseObject({
  name: text,
  lists: z.array(z.looseObject({ id: text, name: text, closed: flag, pos: place })),
  cards: z.array(Card),
  members: some(z.looseObject({ id: text, fullName: text, username: text })),
  checklists: some(z.looseObject({ idCard: text, name: text, pos: place, checkItems: some(Item) })),
  actions: some(
    z.looseObject({
      type: text,
      date: text,
      data: z
        .looseObject({ text, card: z.looseObject({ id: text }).optional().catch(undefined) })
        .catch({ text: "" }),
      memberCreator: z.looseObject({ fullName: text }).optional().catch(undefined),
    }),
  ),
  customFields: some(
    z.looseObject({
      id: text,
      name: text,
      options: some(
        z.looseObject({ id: text, value: z.looseObject({ text }).catch({ text: "" }) }),
      ),
    }),
  ),
});
type Trello = z.infer<typeof Trello>;

const byPlace = (a: { pos: number }, b: { pos: number }) => a.pos - b.pos;

function checklistsOf(board: Trello, words: SectionWords) {
  const groups = Map.groupBy(board.checklists.toSorted(byPlace), ({ idCard }) => idCard);
  return (card: string) =>
    (groups.get(card) ?? []).map(({ name, checkItems }) => ({
      heading: name || words.checklist,
      lines: checkItems
        .toSorted(byPlace)
        .map((item) => `- [${item.state === "complete" ? "x" : " "}] ${item.name}`),
    }));
}

function commentsOf(board: Trello, words: SectionWords) {
  const said = board.actions.filter(({ type }) => type === "commentCard");
  const groups = Map.groupBy(said, ({ data }) => data.card?.id ?? "");
  return (card: string) => {
    // Trello lists what happened last first.
    const lines = (groups.get(card) ?? []).toReversed().map(({ date, data, memberCreator }) => {
      const quoted = data.text.replaceAll("\n", "\n> ");
      return `> **${memberCreator?.fullName ?? ""}**, ${date.slice(0, 10)} : ${quoted}\n`;
    });
    return lines.length > 0 ? [{ heading: words.comments, lines }] : [];
  };
}

function customOf(board: Trello, words: SectionWords) {
  const fields = new Map(board.customFields.map((field) => [field.id, field]));
  return (items: Trello["cards"][number]["customFieldItems"]) => {
    const lines = items.flatMap(({ idCustomField, idValue, value }) => {
      const field = fields.get(idCustomField);
      const option = field?.options.find(({ id }) => id === idValue)?.value.text;
      const told =
        option ??
        Object.values(value ?? {})
          .map(String)
          .join(", ");
      return field && told ? [`- ${field.name} : ${told}`] : [];
    });
    return lines.length > 0 ? [{ heading: words.fields, lines }] : [];
  };
}

const link = (name: string, url: string) =>
  `- [${(name || url).replaceAll(/[[\]]/g, " ")}](${url.replaceAll(/[()\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)})`;

/**
 * A board out of Trello's JSON export: lists, cards in their order, labels, members, due dates, descriptions; checklists, comments,
 * links of attachments and custom fields as sections. Null when it is none. Throws `FileRefused`.
 */
export function readTrello(json: unknown, words: SectionWords): RawBoard | null {
  const parsed = Trello.safeParse(json);
  if (!parsed.success) return null;
  const board = parsed.data;
  if (board.cards.length > MAX_CARDS) throw new FileRefused("too_many", board.cards.length);
  const lists = board.lists.toSorted(byPlace);
  const listOf = new Map(lists.map((list) => [list.id, list]));
  const people = new Map(board.members.map((member) => [member.id, member]));
  const checklists = checklistsOf(board, words);
  const comments = commentsOf(board, words);
  const custom = customOf(board, words);
  const cards = board.cards.map((card, i): RawCard & { pos: number } => {
    const list = listOf.get(card.idList);
    const files = card.attachments.filter(({ url }) => /^https?:/i.test(url));
    return {
      row: i + 1,
      pos: card.pos,
      title: card.name,
      description: card.desc,
      column: list?.name ?? null,
      priority: "",
      due: card.due ?? "",
      tags: card.labels.map(({ name, color }) => name || (color ?? "")).filter(Boolean),
      people: card.idMembers.map((id) => {
        const member = people.get(id);
        return { name: member?.fullName || member?.username || id, email: null };
      }),
      client: null,
      extras: [
        ...checklists(card.id),
        ...(files.length > 0
          ? [{ heading: words.attachments, lines: files.map(({ name, url }) => link(name, url)) }]
          : []),
        ...custom(card.customFieldItems),
        ...comments(card.id),
      ],
      archived: card.closed || (list?.closed ?? false),
    };
  });
  const columns = lists.map(({ name, closed }) => {
    return { name, category: null, wipLimit: null, archived: closed };
  });
  return { source: "trello", title: board.name || null, columns, cards: cards.toSorted(byPlace) };
}
