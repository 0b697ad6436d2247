import { describe, expect, it } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { parseCsv } from "./parse-csv.ts";
import { FileRefused } from "./raw.ts";
import { bytes, draftOf, NOTION } from "./testing.ts";

const fault = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof FileRefused) return [error.fault, error.row];
    throw error;
  }
  return null;
};

describe("a CSV", () => {
  it("is cut where it should be: quotes, doubled quotes, line ends and separators inside, whatever separates", () => {
    expect(parseCsv('a;b\r\n"x;1";"say ""hi"""\r\n\r\n"two\nlines";\r\n')).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ["x;1", 'say "hi"'] },
      { line: 4, cells: ["two\nlines", ""] },
    ]);
    expect(parseCsv("a\tb\n1\t2").map(({ cells }) => cells)).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
    expect(parseCsv('"a, b",c\n1,2')[0]?.cells).toEqual(["a, b", "c"]);
  });

  it("tells the line of a quote that never ends", () => {
    expect(fault(() => parseCsv('a,b\n1,2\n"open,3\n4,5'))).toEqual(["quote_open", 3]);
  });

  it("needs a column of names, and more than nothing", () => {
    expect(fault(() => draftOf(bytes("Prix;Lot\n1;2")))).toEqual(["no_title_column", 1]);
    expect(fault(() => draftOf(bytes("")))).toEqual(["empty", null]);
    expect(fault(() => draftOf(bytes("  \n\n ")))).toEqual(["empty", null]);
  });
});

describe("Notion's export", () => {
  const draft = draftOf(bytes(NOTION));

  it("gives columns, people by name or address, tags, priorities and dates as it writes them", () => {
    expect(draft.source).toBe("notion");
    expect(draft.columns.map(({ name }) => name)).toEqual(["En cours", "Pas commencé", "Terminé"]);
    expect(draft.cards.map(({ fields }) => [fields.title, fields.dueOn, fields.priority])).toEqual([
      ["Notice de sécurité", "2026-12-03", "high"],
      ["Plans, lot 2", "2026-12-24", "none"],
      ["Réunion de chantier", "2026-12-04", "none"],
    ]);
    expect(draft.cards[0]?.fields).toMatchObject({
      tags: ["Permis", "Incendie"],
      assigneeIds: [testId("usr", 1)],
      description: "### Personnes\n\n- Paul Le Goff\n\n### Autres champs\n\nBudget : 1200",
    });
    expect(draft.cards[2]?.fields.assigneeIds).toEqual([testId("usr", 1)]);
  });

  it("tells by line what it could not take: namesakes, words that mean nothing", () => {
    expect(draft.problems).toEqual([
      { row: 2, code: "person_unknown", value: "Paul Le Goff" },
      { row: 4, code: "priority_unread", value: "Cosmique" },
    ]);
  });

  it("is read in Windows-1252 and in UTF-16 as well, as spreadsheets save it", () => {
    const old = Uint8Array.from("Nom;Statut\nÉtude;À faire", (letter) => letter.charCodeAt(0));
    expect(draftOf(old).cards[0]?.fields.title).toBe("Étude");
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(
        Uint16Array.from("Nom\tStatut\nÉtude\tÀ faire", (c) => c.charCodeAt(0)).buffer,
      ),
    ]);
    expect(draftOf(wide).cards[0]?.fields.title).toBe("Étude");
  });
});
