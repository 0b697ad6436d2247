import { pick, type Walk } from "#scripts/api/walk.ts";
import { asks } from "./asks.ts";
import { audit } from "./audit.ts";
import { boards } from "./boards.ts";
import { dashboards } from "./dashboards.ts";
import { divisions } from "./divisions.ts";
import { exports } from "./exports.ts";
import { factors } from "./factors.ts";
import { identity } from "./identity.ts";
import { members } from "./members.ts";
import { organization } from "./organization.ts";
import { register } from "./session.ts";
import { support } from "./support.ts";
import { tokens } from "./tokens.ts";
import { clients } from "./clients.ts";
import { connections } from "./connections.ts";
import { notes } from "./notes.ts";
import { notifications } from "./notifications.ts";
import { ownData } from "./own-data.ts";
import { webhooks } from "./webhooks.ts";
import { workspaces } from "./workspaces.ts";

const health: Walk = async (go) => {
  await go.call("get /health");
};

const live: Walk = async (go) => {
  const { token } = await register(go, "live");
  await go.call("post /live/tickets", {
    token,
    body: { room: "live" },
    save: { TICKET: "ticket" },
  });
};

const search: Walk = async (go) => {
  const { token } = await register(go, "recherche");
  await go.call("post /clients", { token, body: { company: "Résidence Les Tilleuls" } });
  const found = await go.call("get /search", { token, query: { q: "tilleuls" } });
  pick(found.answer, "items.0.entityId");
};

/** The walk of each feature's page. */
export const WALKS: Readonly<Record<string, Walk>> = {
  notes,
  "own-data": ownData,
  asks,
  audit,
  boards,
  clients,
  connections,
  dashboards,
  divisions,
  exports,
  factors,
  health,
  identity,
  live,
  members,
  notifications,
  organization,
  search,
  support,
  tokens,
  webhooks,
  workspaces,
};
