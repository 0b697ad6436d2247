import { Color } from "#domain/boards/model.ts";
import { Repeat } from "#domain/boards/repeat.ts";
import { draftChecklists } from "./draft-checklists.ts";
import { draftComments } from "./draft-comments.ts";
import type { DraftCard, DraftContext, Problem, ProblemCode } from "./draft.ts";
import { guessPriority } from "./guess.ts";
import type { RawCard, RawPerson, Section } from "./raw.ts";
import { readDate } from "./read-date.ts";
import { cut, cutJson, oneLine, shows, someLines } from "./texts.ts";

const TITLE = 300;
const DESCRIPTION = 50_000;
/** An op with a description whose signs must be escaped stays below the limit of ops. */
const DESCRIPTION_JSON = 56_000;
const TAG = 40;
const LABELS = 20;

/** Finds members and clients by what a file tells of them. */
export interface Find {
  person(person: RawPerson): string | null;
  client(name: string): string | null;
}

/** Where what does not fit goes: a remark, and a section below the description. */
export interface Aside {
  tell(code: ProblemCode, value: string): void;
  sections: Section[];
}

/** A tag as cards bear it; null when nothing of it shows. */
export function tagOf(text: string): string | null {
  const tag = cut(oneLine(text), TAG).trim();
  return shows(tag) ? tag : null;
}

function tagsOf(raw: RawCard, heading: string, aside: Aside): string[] {
  const wanted = [...new Set(raw.tags.map(oneLine).filter((tag) => shows(tag)))];
  for (const tag of wanted) if (tag.length > TAG) aside.tell("tag_cut", tag);
  const tags = [...new Set(wanted.flatMap((tag) => tagOf(tag) ?? []))];
  const rest = tags.slice(LABELS);
  if (rest.length > 0) {
    aside.tell("tags_many", rest.join(", "));
    aside.sections.push({ kind: "tags", heading, lines: rest.map((tag) => `- ${tag}`) });
  }
  return tags.slice(0, LABELS);
}

function peopleOf(raw: RawCard, heading: string, find: Find, aside: Aside): string[] {
  const ids = [...new Set(raw.people.flatMap((person) => find.person(person) ?? []))];
  const beyond = ids.slice(LABELS);
  const unknown = raw.people.filter((person) => {
    const id = find.person(person);
    return id === null || beyond.includes(id);
  });
  for (const { name } of unknown) aside.tell("person_unknown", name);
  if (unknown.length > 0) {
    const lines = unknown.map(({ name }) => `- ${name}`);
    aside.sections.push({ kind: "people", heading, lines });
  }
  return ids.slice(0, LABELS);
}

function repeatOf(raw: RawCard, aside: Aside): Repeat | null {
  if (raw.repeat === null || raw.repeat === undefined) return null;
  const repeat = Repeat.safeParse(raw.repeat);
  if (!repeat.success) aside.tell("repeat_unread", JSON.stringify(raw.repeat));
  return repeat.success ? repeat.data : null;
}

/** What was put aside, by kind. */
function countBelow(sections: readonly Section[]): DraftCard["below"] {
  const below: DraftCard["below"] = {};
  for (const { kind, lines } of sections) below[kind] = (below[kind] ?? 0) + lines.length;
  return below;
}

/**
 * A card as it will be made of a row: what fits goes to its field, what does not goes below the description, and both are
 * told. What it makes always passes the rules of ops.
 */
export function draftCard(
  raw: RawCard,
  { language, timeZone, words }: DraftContext,
  find: Find,
): { card: Omit<DraftCard, "column" | "links">; problems: Problem[] } {
  const problems: Problem[] = [];
  const aside: Aside = {
    tell: (code, value) =>
      problems.push({ row: raw.row, code, value: oneLine(value).slice(0, 120) }),
    sections: [],
  };
  const told = oneLine(raw.title);
  if (!shows(told)) aside.tell("title_missing", "");
  if (told.length > TITLE) {
    aside.tell("title_cut", told);
    aside.sections.push({ kind: "titles", heading: words.title, lines: [told] });
  }
  const title = shows(told) ? cut(told, TITLE).trim() : words.untitled;
  const dateOf = (text: string) => {
    const date = text === "" ? null : readDate(text, { language, timeZone });
    if (text !== "" && date === null) {
      aside.tell("date_unread", text);
      aside.sections.push({ kind: "dates", heading: words.due, lines: [text] });
    }
    return date;
  };
  const dueOn = dateOf(raw.due);
  const priority = guessPriority(raw.priority);
  if (priority === null) {
    aside.tell("priority_unread", raw.priority);
    aside.sections.push({ kind: "priorities", heading: words.priority, lines: [raw.priority] });
  }
  const assigneeIds = peopleOf(raw, words.people, find, aside);
  const clientId = raw.client === null ? null : find.client(raw.client);
  if (raw.client !== null && clientId === null) {
    aside.tell("client_unknown", raw.client);
    aside.sections.push({ kind: "clients", heading: words.client, lines: [raw.client] });
  }
  const tags = tagsOf(raw, words.tags, aside);
  const repeat = repeatOf(raw, aside);
  const cover = Color.safeParse(raw.cover);
  const checklists = draftChecklists(raw.checklists, { words, find, dateOf, aside });
  const { comments, over } = draftComments(raw.comments, words.somebody);
  if (over > 0) aside.tell("comments_many", String(over));
  const sections = [...aside.sections, ...raw.extras];
  const below = sections.map((part) => `### ${part.heading}\n\n${part.lines.join("\n")}`);
  const whole = someLines([raw.description, ...below].filter(Boolean).join("\n\n"));
  const description = cutJson(cut(whole, DESCRIPTION), DESCRIPTION_JSON);
  if (description !== whole) aside.tell("description_cut", whole);
  const fields = { title, description, priority: priority ?? "none", dueOn, clientId, tags };
  const { row, archived } = raw;
  return {
    card: {
      row,
      archived,
      fields: { ...fields, assigneeIds, cover: cover.success ? cover.data : null, repeat },
      checklists,
      comments,
      below: countBelow(sections),
      lost: { ...raw.lost, comments: (raw.lost.comments ?? 0) + over },
    },
    problems,
  };
}
