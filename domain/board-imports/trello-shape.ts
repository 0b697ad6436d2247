import { z } from "zod";

const text = z.string().catch("");
const flag = z.boolean().catch(false);
const place = z.number().catch(0);
const some = <T extends z.ZodType>(item: T) => z.array(item).catch([]);
const maybe = z.string().nullish().catch(null);

const Custom = z.looseObject({
  idCustomField: text,
  idValue: maybe,
  value: z.record(z.string(), z.unknown()).nullish().catch(null),
});

const Label = z.looseObject({ id: text, name: text, color: maybe });

const Card = z.looseObject({
  id: text,
  shortLink: text,
  name: text,
  desc: text,
  idList: text,
  idMembers: some(z.string()),
  labels: some(Label),
  idLabels: some(z.string()),
  start: maybe,
  due: maybe,
  dueComplete: flag,
  closed: flag,
  pos: place,
  cover: z
    .looseObject({ color: maybe, idAttachment: maybe, idUploadedBackground: maybe })
    .nullish()
    .catch(null),
  badges: z.looseObject({ comments: place }).nullish().catch(null),
  attachments: some(z.looseObject({ name: text, url: text, isUpload: flag })),
  customFieldItems: some(Custom),
});

const Item = z.looseObject({ name: text, state: text, pos: place, due: maybe, idMember: maybe });

const Action = z.looseObject({
  type: text,
  date: text,
  data: z
    .looseObject({ text, card: z.looseObject({ id: text }).optional().catch(undefined) })
    .catch({ text: "" }),
  memberCreator: z.looseObject({ fullName: text, username: text }).optional().catch(undefined),
});

/** The parts of Trello's export of a board that say something of cards. A part of another shape counts as missing. */
export const Trello = z.looseObject({
  name: text,
  lists: z.array(
    z.looseObject({
      id: text,
      name: text,
      closed: flag,
      pos: place,
      softLimit: z.number().nullish().catch(null),
    }),
  ),
  cards: z.array(Card),
  labels: some(Label),
  members: some(z.looseObject({ id: text, fullName: text, username: text })),
  checklists: some(z.looseObject({ idCard: text, name: text, pos: place, checkItems: some(Item) })),
  actions: some(Action),
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
export type Trello = z.infer<typeof Trello>;
