import { describe, expect, it } from "vitest";
import { NO_FILTER } from "#web/features/boards/board/filter.ts";
import { FIRST_LOOK, readView, viewParams, type Params } from "./view-state.ts";

const told = (params: Params) =>
  Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined));

describe("the address of a board's view", () => {
  it("says nothing of what is as at first", () => {
    expect(told(viewParams(FIRST_LOOK, NO_FILTER))).toEqual({});
    expect(readView({})).toEqual({ look: FIRST_LOOK, filter: NO_FILTER });
  });

  it("tells everything back that it was made from, a tag with a comma too", () => {
    const look = {
      layout: "calendar" as const,
      lanes: "client" as const,
      sort: { column: "due" as const, descending: true },
      span: "week" as const,
      on: "2026-11-24",
    };
    const filter = {
      text: "note de calcul",
      assignees: ["usr_1", "nobody"],
      priorities: ["high" as const, "urgent" as const],
      clients: ["cli_1"],
      tags: ["Lot 3, gros œuvre", "50 % fait", "%2C"],
      due: ["late" as const, "today" as const],
      state: ["blocked" as const],
    };
    expect(readView(viewParams(look, filter))).toEqual({ look, filter });
  });

  it("leaves out what it does not know", () => {
    const found = readView({
      view: "pie",
      lanes: "x",
      sort: "-rank",
      on: "2026-99-99",
      due: "old",
    });
    expect(found).toEqual({ look: FIRST_LOOK, filter: NO_FILTER });
  });
});
