import { describe, expect, it } from "vitest";
import { filterParams, listQuery, readAddress } from "./view-state.ts";

const me = { id: `usr_${"A".repeat(26)}`, today: "2026-11-24" };

describe("readAddress", () => {
  it("shows everything by name when nothing is said", () => {
    expect(readAddress({}, me)).toEqual({
      view: "all",
      filter: {},
      order: { sort: "company", direction: "asc" },
      edited: false,
    });
  });

  it("gives a view its own filter and order", () => {
    expect(readAddress({ view: "due" }, me)).toMatchObject({
      filter: { nextActionBefore: "2026-12-01", status: ["prospect", "client"] },
      order: { sort: "nextActionOn" },
      edited: false,
    });
    expect(readAddress({ view: "mine" }, me).filter).toEqual({
      ownerId: [me.id],
      status: ["prospect"],
    });
  });

  it("lets a condition of a view be taken out", () => {
    const { filter } = readAddress({ view: "mine" }, me);
    const { status: _status, ...left } = filter;
    const again = readAddress({ view: "mine", ...filterParams(left) }, me);
    expect(again).toMatchObject({ view: "mine", filter: { ownerId: [me.id] }, edited: true });
    const bare = readAddress({ view: "mine", ...filterParams({}) }, me);
    expect(bare).toMatchObject({ filter: {}, edited: true });
  });

  it("leaves out what nobody can have meant", () => {
    const params = {
      view: "nope",
      stage: "lost,signed",
      sort: "secret",
      ownerId: "me",
      nextActionBefore: "soon",
    };
    expect(readAddress(params, me)).toMatchObject({ view: "all", filter: { stage: ["signed"] } });
    expect(readAddress(params, me).filter.ownerId).toBeUndefined();
  });
});

describe("listQuery", () => {
  it("writes lists with commas and leaves out what is not filtered", () => {
    const order = { sort: "stage", direction: "desc" } as const;
    expect(listQuery({ stage: ["new", "signed"], q: "tilleuls" }, order)).toEqual({
      stage: "new,signed",
      q: "tilleuls",
      sort: "stage",
      direction: "desc",
    });
  });
});
