import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { listClients as route } from "#domain/clients/api.ts";
import type { ClientFilter } from "#domain/clients/filter.ts";
import { matchesFilter } from "#domain/clients/match.ts";
import type { ClientView } from "#domain/clients/model.ts";
import { PRIORITIES, SIZES, STAGES, STATUSES } from "#domain/clients/values.ts";
import { CLIENT_SORTS, compareClients, type ClientOrder } from "#domain/clients/order.ts";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";
import { deleteClient } from "./delete-client.ts";
import { listClients } from "./list-clients.ts";
import { addClient } from "./testing.ts";

const OWNERS = ["A", "B"].map((letter) => `usr_${letter.repeat(26)}`);
let organization: TestOrganization;
let living: ClientView[];

// Few values, many ties, every kind of empty: where keyset pagination goes wrong.
const word = fc.constantFrom(
  "",
  "Étude",
  "etude",
  "ÉTUDE",
  "Zinc",
  "œuvre",
  "Oeuvre",
  "10",
  "9",
  "\u{1F600}",
  "\uFFFD",
  "ça",
);
const company = fc.constantFrom(
  "Étude",
  "étude",
  "Zinc",
  "Œuvre",
  "\u{1F600}",
  "\uFFFD",
  "e\u0301tude",
  "ß",
);
const day = fc.option(fc.constantFrom("2026-11-01", "2026-11-20", "2026-12-15"));
const client = fc.record({
  company,
  contact: word,
  sector: word,
  nextAction: word,
  status: fc.constantFrom(...STATUSES),
  stage: fc.constantFrom(...STAGES),
  priority: fc.constantFrom(...PRIORITIES),
  size: fc.option(fc.constantFrom(...SIZES)),
  phone: fc.constantFrom("", "04 78", "+33"),
  email: fc.constantFrom("", "a@b.fr", "A@b.fr", "z@b.fr"),
  nextActionOn: day,
  ownerId: fc.option(fc.constantFrom(...OWNERS)),
  estimatedMinor: fc.option(fc.constantFrom(0, 100, 250_000)),
});

beforeAll(async () => {
  organization = await mintOrganization();
  const { owner } = organization;
  const fields = fc.sample(client, { seed: 20261121, numRuns: 90 });
  const all = await Promise.all(fields.map((item) => addClient(owner, item)));
  const gone = all.slice(0, 12);
  await Promise.all(gone.map(({ id }) => deleteClient(owner.ctx("clients.delete"), { id })));
  living = all.slice(12);
});

async function readAll(
  order: ClientOrder,
  filter: ClientFilter,
  limit: number,
): Promise<ClientView[]> {
  const items: ClientView[] = [];
  let cursor: string | null = null;
  do {
    const input = { ...filter, ...order, limit, ...(cursor ? { cursor } : {}) };
    const page = await listClients(organization.owner.ctx("clients.read"), input);
    expect(page.totals.count).toBe(living.filter((item) => matchesFilter(item, filter)).length);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}

function some<T>(values: readonly T[]): fc.Arbitrary<T[] | undefined> {
  return fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined, freq: 1 });
}

describe("listClients", () => {
  it("gives, page by page, exactly the sorted and filtered list", async () => {
    const order = fc.record({
      sort: fc.constantFrom(...CLIENT_SORTS),
      direction: fc.constantFrom("asc" as const, "desc" as const),
    });
    const filter = fc.record({
      status: some(STATUSES),
      stage: some(STAGES),
      priority: some(PRIORITIES),
      size: some(SIZES),
      ownerId: some([...OWNERS, "none"]),
      sector: fc.option(fc.constantFrom("etude", "ŒUVRE"), { nil: undefined, freq: 1 }),
      nextActionBefore: fc.option(fc.constant("2026-11-20"), { nil: undefined, freq: 1 }),
    });
    await fc.assert(
      fc.asyncProperty(
        order,
        fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, filter),
        fc.integer({ min: 1, max: 40 }),
        async (by, narrowed, limit) => {
          const expected = living
            .filter((item) => matchesFilter(item, narrowed))
            .toSorted(compareClients(by));
          const found = await readAll(by, narrowed, limit);
          expect(found.map((item) => item.id)).toEqual(expected.map((item) => item.id));
        },
      ),
      { numRuns: 80 },
    );
  });

  it("sums over the whole filtered list, not over the page", async () => {
    const { owner } = organization;
    const response = await owner.call("get /clients?stage=new,signed&limit=1&today=2026-11-21");
    const { items, totals } = route.output.parse(await response.json());
    const expected = living.filter(({ stage }) => stage === "new" || stage === "signed");
    expect(items).toHaveLength(1);
    expect(totals).toEqual({
      count: expected.length,
      all: living.length,
      stages: 2,
      late: expected.filter((item) => (item.nextActionOn ?? "9") < "2026-11-21").length,
      estimatedMinor: expected.reduce((sum, item) => sum + (item.estimatedMinor ?? 0), 0),
    });
  });

  it("tells the totals of a list without rows", async () => {
    const response = await organization.owner.call("get /clients?q=introuvable");
    expect(await response.json()).toEqual({
      items: [],
      nextCursor: null,
      totals: { count: 0, all: living.length, stages: 0, late: 0, estimatedMinor: 0 },
    });
  });

  it("reads in one D1 round trip beside the authority check", async () => {
    const response = await organization.owner.call("get /clients");
    expect(response.headers.get("server-timing")).toContain("depth 1");
  });

  it.each([
    "cursor=nope",
    "limit=0",
    "limit=501",
    "limit=a",
    "sort=password",
    "stage=lost",
    "stage=",
    "nextActionBefore=tomorrow",
    "tenant=other",
  ])("refuses ?%s", async (query) => {
    const response = await organization.owner.call(`get /clients?${query}`);
    expect([400, 422]).toContain(response.status);
  });

  it("refuses a cursor of another order", async () => {
    const { owner } = organization;
    const first = await (await owner.call("get /clients?limit=2")).json<{ nextCursor: string }>();
    const response = await owner.call(`get /clients?sort=stage&cursor=${first.nextCursor}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: "client.cursor_invalid" });
  });
});
