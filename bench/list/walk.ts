import type { ClientView } from "#domain/clients/model.ts";
import { newId } from "#domain/ids.ts";

/** One call of a walk: the route's name, as in its definition, and how to call it. */
export interface Step {
  route: string;
  path: string;
  body?: unknown;
  /** Keeps what later steps need. */
  keep?(answer: never): void;
}

interface Versioned {
  id: string;
  version: number;
}

const at = (route: string, id: string): string =>
  (route.split(" ")[1] ?? "").replace(/\{\w+\}/, id);

/** Calls of every client route, in an order in which each succeeds. */
export function* clientSteps(clients: readonly ClientView[]): Generator<Step> {
  let client: Versioned = { id: "", version: 1 };
  const keep = (answer: Versioned): void => void (client = answer);
  const byId = (route: string, more: Partial<Step> = {}): Step => ({
    route,
    path: at(route, client.id),
    ...more,
  });
  yield { route: "get /clients", path: "/clients?limit=50" };
  yield { route: "get /clients/export.csv", path: "/clients/export.csv" };
  yield { route: "post /clients", path: "/clients", body: { company: "Mesure" }, keep };
  yield byId("get /clients/{id}");
  yield byId("patch /clients/{id}", {
    body: { version: client.version, changes: { stage: "meeting" } },
    keep,
  });
  yield byId("get /clients/{id}/history");
  yield byId("delete /clients/{id}");
  yield byId("post /clients/{id}/restore");
  const ids = clients.slice(0, 3).map((one) => one.id);
  const items = ids.map((id) => ({ id, changes: { priority: "low" } }));
  yield { route: "post /clients/bulk", path: "/clients/bulk", body: { items } };
  yield { route: "post /clients/bulk/delete", path: "/clients/bulk/delete", body: { ids } };
  yield { route: "post /clients/bulk/restore", path: "/clients/bulk/restore", body: { ids } };
  yield { route: "get /search", path: "/search?q=habitat" };
}

/** Calls of every board route. */
export function* boardSteps(): Generator<Step> {
  let board: Versioned = { id: "", version: 1 };
  let column = "";
  const keep = (answer: Versioned): void => void (board = answer);
  const byId = (route: string, more: Partial<Step> = {}): Step => ({
    route,
    path: at(route, board.id),
    ...more,
  });
  yield { route: "get /boards", path: "/boards" };
  yield { route: "post /boards", path: "/boards", body: { title: "Mesure" }, keep };
  yield byId("get /boards/{id}");
  yield byId("get /boards/{id}/cards", {
    keep: (answer: { columns: { id: string }[] }) => void (column = answer.columns[0]?.id ?? ""),
  });
  const card = { kind: "card.create", card: newId("crd"), column, after: null, before: null };
  yield byId("post /boards/{id}/ops", { body: { ops: [{ ...card, fields: { title: "Carte" } }] } });
  yield { route: "get /tasks", path: "/tasks" };
  yield byId("patch /boards/{id}", {
    body: { version: board.version, changes: { title: "Mesuré" } },
    keep,
  });
  yield byId("post /boards/{id}/archive", { body: { version: board.version }, keep });
  yield byId("post /boards/{id}/restore", { body: { version: board.version }, keep });
}

/** Calls of the routes of people, roles, sessions and sockets that one person alone can make. */
export function* identitySteps(): Generator<Step> {
  let role = { id: "" };
  let invitation = { id: "" };
  let session = "";
  yield { route: "get /auth/me", path: "/auth/me" };
  yield { route: "patch /auth/me", path: "/auth/me", body: { name: "Claire Morvan" } };
  yield {
    route: "get /auth/sessions",
    path: "/auth/sessions",
    keep: (answer: { items: { id: string; current: boolean }[] }) =>
      void (session = answer.items.find((one) => !one.current)?.id ?? ""),
  };
  if (session) yield { route: "delete /auth/sessions/{id}", path: `/auth/sessions/${session}` };
  yield { route: "get /auth/events", path: "/auth/events" };
  yield { route: "get /members", path: "/members" };
  yield { route: "get /roles", path: "/roles" };
  yield {
    route: "post /roles",
    path: "/roles",
    body: { name: "Métreur", permissions: ["clients.read"] },
    keep: (answer: { id: string }) => void (role = answer),
  };
  yield { route: "patch /roles/{id}", path: `/roles/${role.id}`, body: { name: "Métreuse" } };
  yield {
    route: "post /invitations",
    path: "/invitations",
    body: { email: null, roleId: role.id },
    keep: (answer: { id: string }) => void (invitation = answer),
  };
  yield { route: "get /invitations", path: "/invitations" };
  yield { route: "delete /invitations/{id}", path: `/invitations/${invitation.id}` };
  yield { route: "delete /roles/{id}", path: `/roles/${role.id}` };
  yield { route: "post /live/tickets", path: "/live/tickets", body: { room: "live" } };
}
