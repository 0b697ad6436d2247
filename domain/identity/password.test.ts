import { describe, expect, it } from "vitest";
import { judgePassword } from "./password.ts";

const claire = ["Claire Morvan", "claire.morvan@atelier.fr", "Atelier Morvan"];

describe("judgePassword", () => {
  it.each([
    "correct horse battery staple",
    "le chat mange la souris verte",
    "x7$kPq!9zLw2m",
    "Une phrase, trois virgules, aucun chiffre",
    "мой дядя самых честных правил",
  ])("takes %j", async (password) => {
    expect(await judgePassword(password, claire)).toMatchObject({ acceptable: true, advice: [] });
  });

  it.each([
    ["password1234", "common"],
    ["azertyuiop123", "keyboard"],
    ["qwertyuiop[]", "keyboard"],
    ["aaaaaaaaaaaaaaa", "repeat"],
    ["abcabcabcabcabc", "repeat"],
    ["abcdefghijklmnop", "sequence"],
    ["Atelier-Morvan1", "personal"],
    ["clairemorvan75", "personal"],
    ["aetheria2026!", "personal"],
    ["x7$kPq!9z", "length"],
    ["", "length"],
  ])("refuses %j and says %s", async (password, advice) => {
    const verdict = await judgePassword(password, claire);
    expect(verdict.acceptable).toBe(false);
    expect(verdict.advice).toContain(advice);
    expect(verdict.advice.length).toBeGreaterThan(0);
  });

  it("refuses every common password long enough to pass by length", async () => {
    const { default: list } = await import("@zxcvbn-ts/language-common/dist/passwords.json.mjs");
    const long = list.filter((password) => password.length >= 12);
    expect(long.length).toBeGreaterThan(300);
    const verdicts = await Promise.all(long.map((password) => judgePassword(password)));
    expect(long.filter((_, at) => verdicts[at]?.acceptable)).toEqual([]);
  }, 60_000);

  it("asks for no kind of character and forbids none", async () => {
    expect((await judgePassword("quatre zèbres lents dansent")).acceptable).toBe(true);
    expect((await judgePassword("🦓🐢🍋🚲🎷🧵🪁🧭🪴🥁🧊🪩")).acceptable).toBe(true);
  });

  it("judges 128 characters within a bounded time and refuses more", async () => {
    expect((await judgePassword("p4$$w0rd@€3!1|".repeat(10).slice(0, 128))).score).toBe(4);
    expect(await judgePassword("x7$kPq!9zLw2m".repeat(10))).toMatchObject({ advice: ["tooLong"] });
  });

  it.each(["zqX7!k vb2 m", "Tr0ub4dor&3"])(
    "never calls %j strong while it is refused",
    async (password) => {
      const verdict = await judgePassword(password.slice(0, 11));
      expect(verdict).toMatchObject({ acceptable: false });
      expect(verdict.score).toBeLessThan(3);
      expect(verdict.advice[0]).toBe("length");
    },
  );
});
