import * as fc from "fast-check";
import { expect, test } from "vitest";
import { mergeText } from "./merge.ts";

const base = "titre\nun\ndeux\ntrois\nfin";

test("edits of different lines both stay", () => {
  const mine = base.replace("un", "1");
  const theirs = base.replace("trois", "3");
  expect(mergeText(base, mine, theirs)).toBe("titre\n1\ndeux\n3\nfin");
  expect(mergeText(base, theirs, mine)).toBe("titre\n1\ndeux\n3\nfin");
});

test("edits of one line are for a person to settle", () => {
  expect(mergeText(base, base.replace("deux", "2"), base.replace("deux", "II"))).toBeNull();
});

test("edits of adjoining lines are for a person to settle", () => {
  expect(mergeText(base, base.replace("un", "1"), base.replace("deux", "2"))).toBeNull();
});

test("one side alone wins, and equal texts are no conflict", () => {
  const mine = `${base}\nplus`;
  expect(mergeText(base, mine, base)).toBe(mine);
  expect(mergeText(base, base, mine)).toBe(mine);
  expect(mergeText(base, mine, mine)).toBe(mine);
});

test("a merge never depends on who came first, and keeps every inserted line", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 8 });
  fc.assert(
    fc.property(text, text, text, (one, two, three) => {
      const [from, mine, theirs] = [one.join("\n"), two.join("\n"), three.join("\n")];
      const merged = mergeText(from, mine, theirs);
      expect(mergeText(from, theirs, mine)).toBe(merged);
    }),
  );
});
