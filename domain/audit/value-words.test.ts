import { expect, it } from "vitest";
import { audit } from "#domain/i18n/fr/audit.ts";
import { boards } from "#domain/i18n/fr/boards.ts";
import { clients } from "#domain/i18n/fr/clients.ts";
import { identity } from "#domain/i18n/fr/identity.ts";
import { labelWords, valueWords } from "./value-words.ts";

const texts = { audit, boards, clients, identity };

it("a role of the start is told in words", () => {
  expect(labelWords(texts, "role", "member")).not.toBe("member");
});

it("a cover is told by its colour, or as a picture", () => {
  const say = valueWords(texts, () => null);
  expect(say("cover", "c4")).toBe("Bleu");
  expect(say("cover", "fil_01J000000000000000000000000")).toBe("Image");
});

it.each(["constructor", "toString", "__proto__"])(
  "a name that objects know, %s, stays a name",
  (name) => {
    expect(labelWords(texts, "role", name)).toBe(name);
    expect(valueWords(texts, () => name)("roleId", "rol_1")).toBe(name);
    expect(valueWords(texts, () => null)("status", name)).toBeUndefined();
  },
);
