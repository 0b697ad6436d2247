import { pick, type Walk } from "#scripts/api/walk.ts";
import { register } from "./session.ts";

/** What is written beside an answer arrives a little later; rows are numbered as they arrive. */
const beside = () => new Promise((resolve) => setTimeout(resolve, 1_000));

/** Changes that leave rows, the ways to look at them, verification, and how long they are kept. */
export const audit: Walk = async (go) => {
  const { token } = await register(go, "audit");
  await beside();
  const created = await go.call("post /clients", {
    token,
    body: { company: "Résidence Les Tilleuls", stage: "signed" },
    save: { CLIENT: "id" },
  });
  const id = pick(created.answer, "id");
  await go.call("patch /clients/{id}", {
    token,
    params: { id },
    body: { version: 1, changes: { nextAction: "Avenant n° 3 en revue" } },
  });
  await go.call("get /audit", { token, query: { q: "tilleuls", limit: "10" } });
  await go.call("get /audit/records/{id}", { token, params: { id } });
  await go.call("get /audit/actors", { token });
  await go.call("get /audit/names", { token, query: { ids: id } });
  await go.call("post /audit/verify", { token, body: {} });
  await go.call("get /audit/export.csv", { token, query: { language: "fr", entity: "client" } });
  await go.call("get /audit/export.json", { token, query: { entity: "client" } });
  await beside();
  await go.call("get /audit/access", { token });
  await go.call("get /audit/sign-ins", { token, query: { limit: "10" } });
  await go.call("get /audit/sign-ins/people", { token });
  await go.call("get /audit/sign-ins/export.csv", { token, query: { language: "fr" } });
  await go.call("get /audit/retention", { token });
  await go.call("patch /audit/retention", {
    token,
    body: { version: 1, auditDays: 3653, accessDays: 365 },
  });
};
