import { pick, type Walk } from "#scripts/api/walk.ts";
import { register } from "./session.ts";

/** A client from creation over changes and deletion to restoration, then several at once. */
export const clients: Walk = async (go) => {
  const { token } = await register(go, "clients");
  const created = await go.call("post /clients", {
    token,
    body: { company: "Résidence Les Tilleuls", stage: "signed", estimatedMinor: 4_500_000 },
    save: { CLIENT: "id" },
  });
  const id = pick(created.answer, "id");
  const params = { id };
  await go.call("get /clients/{id}", { token, params });
  await go.call("patch /clients/{id}", {
    token,
    params,
    body: { version: 1, changes: { nextAction: "Avenant n° 3 en revue" } },
  });
  await go.call("get /clients", { token, query: { q: "tilleuls", limit: "10" } });
  await go.call("get /clients/{id}/history", { token, params });
  await go.call("get /clients/export.csv", { token, query: { language: "fr" } });
  await go.call("delete /clients/{id}", { token, params });
  await go.call("post /clients/{id}/restore", { token, params });
  await go.call("post /clients/bulk", {
    token,
    body: { items: [{ id, changes: { priority: "high" } }] },
  });
  await go.call("post /clients/bulk/delete", { token, body: { ids: [id] } });
  await go.call("post /clients/bulk/restore", { token, body: { ids: [id] } });
};
