import { pick, type Walk } from "#scripts/api/walk.ts";
import { register } from "./session.ts";

/** What can be asked, what it has used, and the answer where an installation has no key. */
export const asks: Walk = async (go) => {
  const { token } = await register(go, "questions");
  await go.call("get /ai/status", { token });
  const body = { title: "Ventes 2026" };
  const made = await go.call("post /workspaces", { token, body, save: { WORKSPACE: "id" } });
  const workspaceId = pick(made.answer, "id");
  const sql = "SELECT agence, sum(montant_ht) AS ca FROM ventes_2026 GROUP BY 1";
  await go.call("post /ai/query", {
    token,
    body: { kind: "explain", workspaceId, sql, language: "fr" },
    status: 409,
  });
  await go.call("get /ai/asks", { token, query: { workspace: workspaceId, q: "ventes" } });
  await go.call("get /ai/asks/{id}", {
    token,
    params: { id: "ask_01K9ZZZZZZZZZZZZZZZZZZZZZZ" },
    status: 404,
  });
  await go.call("get /ai/usage", { token, query: { month: "2026-11" } });
};
