import type { ClientView } from "#domain/clients/model.ts";
import type { Table } from "../lib/table.ts";
import type { Ours } from "../ours/organization.ts";
import { roundTrips } from "./server-timing.ts";
import { boardSteps, clientSteps, identitySteps, type Step } from "./walk.ts";

/** What a route is meant to take: one round trip for a read; for a write the record beside the session, then the batch. */
const AIM = { read: 1, write: 2 } as const;

/**
 * Walks the API and tells how many D1 calls each route made and how many had to wait for one another. Each call is made twice where
 * it may be, and the second counts: the first of an organization applies migrations.
 */
export async function depthTable(ours: Ours, clients: readonly ClientView[]): Promise<Table> {
  // A second session, so that there is one to end.
  await ours.token();
  await ours.call("get /boards");
  const rows: (string | number)[][] = [];
  const refused: string[] = [];
  const seen = new Set<string>();
  for (const steps of [clientSteps(clients), boardSteps(), identitySteps()]) {
    for (const step of steps) {
      const answer = await ours.call<never>(`${methodOf(step)} ${step.path}`, step.body);
      seen.add(step.route);
      if (answer.status >= 300) {
        refused.push(`${step.route}: ${answer.status}`);
        continue;
      }
      step.keep?.(answer.body);
      const trips = roundTrips(answer.headers.get("server-timing"));
      if (!trips) continue;
      const aim = AIM[methodOf(step) === "get" ? "read" : "write"];
      const verdict = trips.depth <= aim ? "" : `${trips.depth - aim} over`;
      rows.push([step.route, String(trips.calls), String(trips.depth), String(aim), verdict]);
    }
  }
  const unseen = (await routesOf(ours)).filter((route) => !seen.has(route));
  return {
    title: "a3. D1 round trips of each route",
    columns: ["route", "calls", "one after another", "aim", ""],
    rows,
    notes: [
      "Calls that run side by side count once. The session check is one of the calls and runs beside the verb.",
      `Not walked (public, or they need a second person): ${unseen.join(", ") || "none"}.`,
      ...(refused.length > 0 ? [`Refused: ${refused.join(", ")}.`] : []),
    ],
  };
}

const methodOf = (step: Step): string => step.route.split(" ")[0] ?? "get";

/** Every route that the Worker mounts, by its own document. */
async function routesOf(ours: Ours): Promise<string[]> {
  const { paths } = await ours.must<{ paths: Record<string, object> }>("get /openapi.json");
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
}
