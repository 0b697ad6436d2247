import { describe, expect, it } from "vitest";
import { createFormat } from "./format.ts";
import { localeOf } from "./i18n.tsx";

describe("the locale of a language", () => {
  it.each([
    ["en", ["en-GB", "en"], "en-GB"],
    ["en", ["fr-FR", "en-AU"], "en-AU"],
    ["en", ["en", "en-GB"], "en-US"],
    ["en", ["fr-FR"], "en-US"],
    ["en", ["en-x-odd"], "en-US"],
    ["fr", ["en-GB", "fr-BE"], "fr-BE"],
    ["fr", [], "fr-FR"],
  ] as const)("%s among %j is %s", (language, wished, locale) => {
    expect(localeOf(language, wished)).toBe(locale);
  });

  it("puts the day first in Great Britain, and the month in the United States", () => {
    expect(createFormat("en-GB").day("2026-11-21")).toMatch(/^21 Nov/);
    expect(createFormat("en-US").day("2026-11-21")).toMatch(/^Nov 21/);
  });
});
