import type { DraftContext } from "./draft.ts";
import { draftBoard } from "./draft.ts";
import { readFile } from "./read-file.ts";
import { boardImports } from "#domain/i18n/fr/board-imports.ts";
import { testId } from "#domain/boards/testing.ts";

/** Who imports in tests: among two namesakes, one Claire and a client. */
export const CONTEXT: DraftContext = {
  members: [
    { userId: testId("usr", 1), name: "Claire Morvan", email: "claire@morvan.example" },
    { userId: testId("usr", 2), name: "Paul Le Goff", email: "paul@morvan.example" },
    { userId: testId("usr", 3), name: "Paul Le Goff", email: "paul2@morvan.example" },
  ],
  clients: [{ id: testId("cli", 1), company: "Lycée Jean-Perrin" }],
  language: "fr",
  timeZone: "Europe/Paris",
  words: boardImports.sections,
  archived: true,
};

/** A board as Trello's menu « Exporter en JSON » gives it, with the fields around that say nothing here. */
export const TRELLO = {
  id: "65a0000000000000000000b1",
  name: "Chantier Quimper",
  desc: "",
  closed: false,
  shortUrl: "https://trello.com/b/aB3dEf9h",
  prefs: { permissionLevel: "private", cardCovers: true },
  labelNames: { green: "Permis", red: "", sky: "Béton" },
  lists: [
    { id: "l2", name: "En cours", closed: false, pos: 131071, idBoard: "b1", softLimit: 4 },
    { id: "l1", name: "À faire", closed: false, pos: 65535, idBoard: "b1" },
    { id: "l3", name: "Terminé ✅", closed: false, pos: 196607, idBoard: "b1" },
    { id: "l4", name: "Vieux", closed: true, pos: 262143, idBoard: "b1" },
  ],
  members: [
    { id: "m1", fullName: "Claire Morvan", username: "clairemorvan4", avatarUrl: null },
    { id: "m2", fullName: "Yann Tanguy", username: "yann" },
  ],
  labels: [
    { id: "g", name: "Permis", color: "green" },
    { id: "n", name: "Jamais mise", color: "purple_dark" },
  ],
  checklists: [
    {
      id: "k1",
      idCard: "c1",
      name: "Pièces",
      pos: 16384,
      checkItems: [
        {
          id: "i2",
          name: "Plans",
          state: "incomplete",
          pos: 2,
          due: "2026-12-01T10:00:00.000Z",
          idMember: "m1",
        },
        { id: "i1", name: "Cerfa 13409", state: "complete", pos: 1 },
      ],
    },
  ],
  customFields: [
    { id: "f1", name: "Lot", type: "list", options: [{ id: "o1", value: { text: "Gros œuvre" } }] },
    { id: "f2", name: "Heures", type: "number" },
  ],
  cards: [
    {
      id: "c2",
      name: "Couler la dalle",
      desc: "",
      idList: "l2",
      shortLink: "Zx12",
      start: "2026-11-24T08:00:00.000Z",
      cover: { color: "blue", idAttachment: null },
      badges: { comments: 3 },
      pos: 65535,
      closed: false,
      due: "2026-12-03T23:30:00.000Z",
      dueComplete: true,
      idMembers: [],
      labels: [{ id: "s", name: "", color: "sky" }],
      attachments: [],
      customFieldItems: [{ idCustomField: "f2", value: { number: "12" }, idValue: null }],
    },
    {
      id: "c1",
      name: "Déposer le permis",
      desc: "Mairie de **Quimper**\r\nGuichet 3",
      idList: "l1",
      pos: 32767,
      closed: false,
      due: null,
      idMembers: ["m1", "m2"],
      labels: [{ id: "g", name: "Permis", color: "green" }],
      attachments: [
        {
          id: "a1",
          name: "plan [v2].pdf",
          url: "https://trello.com/1/cards/c1/a (1).pdf",
          isUpload: true,
          bytes: 1,
        },
        { id: "a3", name: "La dalle", url: "https://trello.com/c/Zx12/4-couler-la-dalle" },
        { id: "a2", name: "piège", url: "javascript:alert(1)" },
      ],
      customFieldItems: [{ idCustomField: "f1", value: null, idValue: "o1" }],
    },
    {
      id: "c3",
      name: "Archivée",
      desc: "",
      idList: "l1",
      pos: 1,
      closed: true,
      idMembers: [],
      labels: [],
    },
    { id: "c4", name: "Dans une liste archivée", idList: "l4", pos: 2, closed: false },
  ],
  actions: [
    {
      type: "commentCard",
      date: "2026-11-03T08:00:00.000Z",
      data: { text: "Deuxième", card: { id: "c1", name: "Déposer le permis" } },
      memberCreator: { fullName: "Yann Tanguy" },
    },
    { type: "updateCard", date: "2026-11-02T08:00:00.000Z", data: { card: { id: "c1" } } },
    {
      type: "commentCard",
      date: "2026-11-01T08:00:00.000Z",
      data: { text: "Premier\nsur deux lignes", card: { id: "c1" } },
      memberCreator: { fullName: "Claire Morvan" },
    },
  ],
};

/** A database as Notion exports it in French. */
export const NOTION = `\uFEFFNom,Assignation,Statut,Date d’échéance,Étiquettes,Priorité,Budget
Notice de sécurité,"Claire Morvan, Paul Le Goff",En cours,3 décembre 2026,"Permis, Incendie",Haute,1200
"Plans, lot 2",,Pas commencé,"December 24, 2026 2:30 PM (GMT+1)",,,
"Réunion
de chantier",claire@morvan.example,Terminé,01/12/2026 → 04/12/2026,,Cosmique,
`;

export const bytes = (text: string) => new TextEncoder().encode(text);
export const json = (value: unknown) => bytes(JSON.stringify(value));

/** What a file would make. */
export function draftOf(file: Uint8Array, more: Partial<DraftContext> = {}) {
  const context = { ...CONTEXT, ...more };
  return draftBoard(readFile(file, context.words), context);
}
