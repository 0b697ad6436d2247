import type { DraftCard, DraftContext, Problem, ProblemCode } from "./draft.ts";
import { guessPriority } from "./guess.ts";
import type { RawCard, RawPerson } from "./raw.ts";
import { readDate } from "./read-date.ts";
import { cut, oneLine, shows } from "./texts.ts";

const TITLE = 300;
const DESCRIPTION = 50_000;
const TAG = 40;
const LABELS = 20;

/** A text without what a description may not hold: controls and halves of pairs. */
function lines(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[\u2028\u2029]/g, "\n")
    .replaceAll(/(?![\n\t])[\p{Cc}\p{Cs}]/gu, "");
}

/**
 * A card as it will be made of a row: what fits goes to its field, what does not goes below the description, and both are
 * told. What it makes always passes the rules of ops.
 */
export function draftCard(
  raw: RawCard,
  { language, timeZone, words }: DraftContext,
  find: { person(person: RawPerson): string | null; client(name: string): string | null },
): { fields: DraftCard["fields"]; problems: Problem[] } {
  const problems: Problem[] = [];
  const tell = (code: ProblemCode, value: string) =>
    problems.push({ row: raw.row, code, value: oneLine(value).slice(0, 120) });
  const sections: { heading: string; lines: string[] }[] = [];
  const told = oneLine(raw.title);
  if (!shows(told)) tell("title_missing", "");
  if (told.length > TITLE) {
    tell("title_cut", told);
    sections.push({ heading: words.untitled, lines: [told] });
  }
  const title = shows(told) ? cut(told, TITLE).trim() : words.untitled;
  const dueOn = raw.due === "" ? null : readDate(raw.due, { language, timeZone });
  if (raw.due !== "" && dueOn === null) {
    tell("date_unread", raw.due);
    sections.push({ heading: words.due, lines: [raw.due] });
  }
  const priority = guessPriority(raw.priority);
  if (priority === null) {
    tell("priority_unread", raw.priority);
    sections.push({ heading: words.priority, lines: [raw.priority] });
  }
  const ids = [...new Set(raw.people.flatMap((person) => find.person(person) ?? []))];
  const beyond = ids.slice(LABELS);
  const unknown = raw.people.filter((person) => {
    const id = find.person(person);
    return id === null || beyond.includes(id);
  });
  for (const { name } of unknown) tell("person_unknown", name);
  if (unknown.length > 0) {
    sections.push({ heading: words.people, lines: unknown.map(({ name }) => `- ${name}`) });
  }
  const clientId = raw.client === null ? null : find.client(raw.client);
  if (raw.client !== null && clientId === null) {
    tell("client_unknown", raw.client);
    sections.push({ heading: words.client, lines: [raw.client] });
  }
  const wanted = [...new Set(raw.tags.map(oneLine).filter((tag) => shows(tag)))];
  for (const tag of wanted) if (tag.length > TAG) tell("tag_cut", tag);
  const tags = [...new Set(wanted.map((tag) => cut(tag, TAG).trim()))];
  const rest = tags.slice(LABELS);
  if (rest.length > 0) {
    tell("tags_many", rest.join(", "));
    sections.push({ heading: words.tags, lines: rest.map((tag) => `- ${tag}`) });
  }
  const below = [...sections, ...raw.extras].map(
    (part) => `### ${part.heading}\n\n${part.lines.join("\n")}`,
  );
  const whole = lines([raw.description, ...below].filter(Boolean).join("\n\n"));
  if (whole.length > DESCRIPTION) tell("description_cut", whole);
  return {
    fields: {
      title,
      description: cut(whole, DESCRIPTION),
      priority: priority ?? "none",
      dueOn,
      clientId,
      tags: tags.slice(0, LABELS),
      assigneeIds: ids.slice(0, LABELS),
    },
    problems,
  };
}
