import { describe, expect, it } from "vitest";
import { cursorAfter, placeOf } from "./cursor.ts";
import { compareClients, type ClientOrder } from "./order.ts";
import { sampleClient } from "./sample.ts";

const byName: ClientOrder = { sort: "company", direction: "asc" };

function companies(names: readonly string[], order: ClientOrder): string[] {
  return names
    .map((company) => sampleClient({ company }))
    .toSorted(compareClients(order))
    .map((client) => client.company);
}

describe("compareClients", () => {
  it("sorts accents, case and ligatures as a dictionary does", () => {
    const names = ["Zinc", "étude", "Fayolle", "Etoile", "Œuvre", "Olive", "abc"];
    expect(companies(names, byName)).toEqual([
      "abc",
      "Etoile",
      "étude",
      "Fayolle",
      "Œuvre",
      "Olive",
      "Zinc",
    ]);
  });

  it("sorts stages by the pipeline, not by their letters", () => {
    const order: ClientOrder = { sort: "stage", direction: "desc" };
    const stages = (["new", "signed", "contacted"] as const).map((stage) =>
      sampleClient({ stage }),
    );
    expect(stages.toSorted(compareClients(order)).map((client) => client.stage)).toEqual([
      "signed",
      "contacted",
      "new",
    ]);
  });

  it.each(["asc", "desc"] as const)("puts empty values last, %s", (direction) => {
    const order: ClientOrder = { sort: "nextActionOn", direction };
    const clients = [null, "2026-11-20", "2026-11-21"].map((nextActionOn) =>
      sampleClient({ nextActionOn }),
    );
    expect(clients.toSorted(compareClients(order)).at(-1)?.nextActionOn).toBeNull();
  });
});

describe("cursor", () => {
  const client = sampleClient({ company: "Étude" });

  it("names the place in the order it was made for", () => {
    expect(placeOf(cursorAfter(client, byName), byName)).toMatchObject({
      value: "etude",
      id: client.id,
    });
  });

  it.each<ClientOrder>([
    { sort: "company", direction: "desc" },
    { sort: "contact", direction: "asc" },
  ])("is refused in another order: %j", (order) => {
    expect(() => placeOf(cursorAfter(client, byName), order)).toThrow("client.cursor_invalid");
  });
});
