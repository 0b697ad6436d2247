import { describe, expect, it } from "vitest";
import { en } from "./en/index.ts";
import { fr } from "./fr/index.ts";

/** Every text that is a plain string, with the path of its key. */
function strings(texts: object, path = ""): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]: [string, unknown]) => {
    const at = path ? `${path}.${key}` : key;
    if (typeof value === "string") return [[at, value]];
    return typeof value === "object" && value !== null ? strings(value, at) : [];
  });
}

/** The keys whose text breaks a rule, with the text. */
function breaking(texts: object, rule: RegExp): string[] {
  return strings(texts)
    .filter(([, text]) => rule.test(text))
    .map(([key, text]) => `${key}: ${text}`);
}

describe("writing", () => {
  it("never shouts and never says oops, in any language", () => {
    for (const texts of [fr, en])
      expect(breaking(texts, /!|\b(?:oops|oups)\b|\.\.\./i)).toEqual([]);
  });
  it("leaves no text empty", () => {
    for (const texts of [fr, en]) expect(breaking(texts, /^\s*$/)).toEqual([]);
  });
});
