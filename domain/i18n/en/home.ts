import type { home as fr } from "../fr/home.ts";
import type { Texts } from "../texts.ts";

/** Words of the home page. */
export const home = {
  title: "Home",
  hello: (name) => `Hello ${name}`,
  figures: "Figures",
  clients: "Clients",
  clientsMore: "active",
  boards: "Boards",
  boardsMore: "open",
  people: "Team",
  peopleMore: (online) => `${online} online`,
  cards: "On your plate",
  cardsLate: (count) => `${count} late`,
  cardsNone: "Nothing overdue",
  yourBoards: "Boards",
  yourCards: "Your tasks",
  seeAll: "See all",
  noCards: "No task for you",
  noCardsBody: "Cards assigned to you show up here, by due date.",
  noBoards: "No board yet",
  noBoardsBody: "A board follows work step by step, together and live.",
  toBoards: "Open boards",
  online: "Online",
  onlineCount: (online, all) => `${online} of ${all}`,
  away: "Updates with the connection.",
  unread: "Unavailable",
  nobody: "Nobody else right now.",
} satisfies Texts<typeof fr>;
