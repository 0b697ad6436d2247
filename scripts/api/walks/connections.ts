import { pick, type Walk } from "#scripts/api/walk.ts";
import { register } from "./session.ts";

const PLACE = {
  kind: "postgres",
  host: "base.exemple.fr",
  port: 5432,
  database: "gestion",
  user: "lecteur",
  password: "un-mot-de-passe",
};

/** A connection from its making to its end; its host is a name that nobody has, so nothing is ever opened. */
export const connections: Walk = async (go) => {
  const { token } = await register(go, "connexions");
  await go.call("post /connections/test", { token, body: { name: "Gestion", ...PLACE } });
  const made = await go.call("post /connections", {
    token,
    body: { name: "Gestion", ...PLACE },
    save: { CONNECTION: "id" },
  });
  const params = { id: pick(made.answer, "id") };
  await go.call("get /connections", { token });
  await go.call("post /connections/{id}/test", { token, params });
  await go.call("get /connections/{id}/schema", { token, params });
  // What is asked of a database is answered by one alone: here it can't be found.
  await go.call("post /connections/{id}/schema", { token, params, status: 424 });
  await go.call("post /connections/{id}/query", {
    token,
    params,
    body: { sql: "SELECT count(*) FROM factures", maxRows: 1000 },
    status: 424,
  });
  await go.call("patch /connections/{id}", {
    token,
    params,
    body: { version: 1, changes: { name: "Gestion commerciale" } },
  });
  await go.call("delete /connections/{id}", { token, params });
};
