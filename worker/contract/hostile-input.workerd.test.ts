import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { ROUTES } from "#worker/app.ts";
import { quiet } from "#worker/platform/testing-quiet.ts";
import { callWorker, mintOrganization } from "#worker/platform/testing.ts";
import { nameOf } from "./samples.ts";
import { faultsOf } from "./testing-answers.ts";
import { openCallers, type Callers } from "./testing-callers.ts";
import {
  operationsOf,
  requestsFor,
  type HostileRequest,
  type OpenApi,
  type Operation,
} from "./testing-requests.ts";
import { sendHostile, tellHostile } from "./testing-send.ts";

// Every operation of the OpenAPI document under hostile input. More with `npm run fuzz:api -- --runs 500`.
const { runs, seed } = inject("fuzz");
const RUNS = runs ?? 6;
const SEED = seed ?? (runs === null ? 1 : Date.now() % 1_000_000);
const names = ROUTES.map((bound) => nameOf(bound.route));
const figures: Record<string, number> = {};
const reached = new Set<string>();

let document: OpenApi;
let callers: Callers;
let errors: string[];
let ids: Record<string, string>;

const count = (name: string) => void (figures[name] = (figures[name] ?? 0) + 1);

beforeAll(async () => {
  errors = quiet();
  document = await (await callWorker("get /openapi.json")).json<OpenApi>();
  callers = await openCallers(await mintOrganization());
});
afterAll(() => void vi.restoreAllMocks());

function operationOf(name: string): Operation {
  const found = operationsOf(document).find(({ method, path }) => `${method} ${path}` === name);
  if (!found) throw new Error(`The document has no ${name}`);
  return found;
}

describe("hostile input", () => {
  it.each(names)(
    "brings out of %s nothing but documented answers",
    { timeout: 3_600_000 },
    async (name) => {
      const operation = operationOf(name);
      // Records and roles wear out. The quick share sends too little for that to matter each time.
      if (runs !== null || (figures["operations"] ?? 0) % 8 === 0) ids = await callers.freshIds();
      const material = { schemas: document.components.schemas, ids };
      const faults = new Map<string, string>();
      const attack = async (request: HostileRequest): Promise<void> => {
        errors.length = 0;
        const token = await callers.token(request.caller);
        const answer = await sendHostile(operation.method, request, token);
        count("requests");
        count(`answers ${Math.floor(answer.status / 100)}xx`);
        if (answer.status < 300) reached.add(name);
        if (answer.status === 201) await callers.freePool();
        if (answer.status === 401 || answer.code === "permission.denied") {
          callers.relieve(request.caller);
        }
        for (const fault of faultsOf(operation, document, answer)) {
          const example = `${tellHostile(request)}\n${errors.join("\n")}`;
          const before = faults.get(fault);
          if (before === undefined || example.length < before.length) faults.set(fault, example);
        }
      };
      const requests = fc.asyncProperty(requestsFor(operation, material), attack);
      await fc.assert(requests, { numRuns: RUNS, seed: SEED });
      const told = [...faults].map(([fault, example]) => `${fault}\n${example}`);
      count("operations");
      if (runs !== null) console.log(`${name}: ${RUNS} requests`);
      expect(told.join("\n\n"), `seed ${SEED}`).toBe("");
    },
  );

  it("reaches the verbs, and leaves no prototype changed", ({ task }) => {
    figures["operations that succeeded"] = reached.size;
    figures["seed"] = SEED;
    task.meta.figures = figures;
    expect(figures["answers 5xx"]).toBeUndefined();
    expect(reached.size).toBeGreaterThan(names.length * (runs === null ? 0.4 : 0.6));
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect("polluted" in {}).toBe(false);
  });
});
