import { MOST } from "#domain/boards/parts.ts";
import type { DraftChecklist } from "./draft.ts";
import type { Aside, Find } from "./draft-card.ts";
import type { RawChecklist, SectionWords } from "./raw.ts";
import { cut, oneLine, shows } from "./texts.ts";

const NAME = 100;
const TEXT = 500;

type Line = RawChecklist["lines"][number];
const asText = ({ done, text }: Line) => `- [${done ? "x" : " "}] ${oneLine(text)}`;

/**
 * A card's checklists as they will be made. Lists and lines beyond what a card takes stay below the description, as does the whole
 * of a line that is cut and whoever is unknown.
 */
export function draftChecklists(
  lists: readonly RawChecklist[],
  given: {
    words: SectionWords;
    find: Find;
    dateOf: (text: string) => string | null;
    aside: Aside;
  },
): DraftChecklist[] {
  const { words, find, dateOf, aside } = given;
  const put = (heading: string, lines: string[]) =>
    aside.sections.push({ kind: "lines", heading: heading || words.checklist, lines });
  let room: number = MOST.items;
  let over = 0;
  const unknown: string[] = [];
  const made = lists.flatMap((list, place): DraftChecklist[] => {
    const told = oneLine(list.name);
    const name = shows(told) ? cut(told, NAME).trim() : "";
    const fits = place < MOST.checklists ? list.lines.slice(0, room) : [];
    room -= fits.length;
    const rest = list.lines.slice(fits.length);
    over += rest.length;
    if (rest.length > 0) put(told, rest.map(asText));
    if (told.length > NAME) put(told, []);
    if (place >= MOST.checklists) return [];
    const items = fits.map((line) => {
      const whole = oneLine(line.text);
      if (whole.length > TEXT) {
        aside.tell("line_cut", whole);
        put(told, [asText(line)]);
      }
      const text = shows(whole) ? cut(whole, TEXT).trim() : words.untitled;
      const assigneeId = line.person && find.person(line.person);
      if (line.person && assigneeId === null) {
        aside.tell("person_unknown", line.person.name);
        unknown.push(`- ${line.person.name} : ${text}`);
      }
      return { text, done: line.done, assigneeId, dueOn: dateOf(line.due) };
    });
    return [{ name, items }];
  });
  if (over > 0) aside.tell("lines_many", String(over));
  if (unknown.length > 0) {
    aside.sections.push({ kind: "people", heading: words.people, lines: unknown });
  }
  return made;
}
