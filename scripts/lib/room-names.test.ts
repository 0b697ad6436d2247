import { expect, test } from "vitest";
import { roomNames } from "./room-names.ts";

test("spells a name of two words", () => {
  expect(roomNames("site-visits", new Set())).toEqual({
    rooms: "siteVisits",
    room: "siteVisit",
    Rooms: "SiteVisits",
    Room: "SiteVisit",
    path: "site-visits",
    one: "site-visit",
    table: "site_visits",
    words: "site visits",
    word: "site visit",
    Words: "Site visits",
    Word: "Site visit",
    prefix: "sit",
  });
});

test.each([
  ["companies", "company"],
  ["boxes", "box"],
  ["vendors", "vendor"],
  ["expenses", "expense"],
])("%s: one %s", (plural, one) => {
  expect(roomNames(plural, new Set()).one).toBe(one);
});

test("takes an id prefix that is free", () => {
  expect(roomNames("clients", new Set(["cli", "cle"])).prefix).toBe("cln");
  expect(() => roomNames("boss", new Set(["bos"]))).toThrow("prefix");
});

test.each(["vendor", "Vendors", "site_visits", "../vendors", "s", "", "9lives"])(
  "refuses %j",
  (name) => {
    expect(() => roomNames(name, new Set())).toThrow("plural");
  },
);
