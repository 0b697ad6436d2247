import { pick, type Walk } from "#scripts/api/walk.ts";
import { register } from "./session.ts";

/** The end of today in four weeks: what a token's life is given as. */
const inFourWeeks = () => new Date(Date.now() + 28 * 86_400_000).toISOString();

/** A token of one's own and what it opens, a service account with a token, and the end of each. */
export const tokens: Walk = async (go) => {
  const { token } = await register(go, "jetons");
  const body = {
    name: "Export comptable",
    permissions: ["clients.read", "clients.write"],
    expiresAt: inFourWeeks(),
  };
  const made = await go.call("post /tokens", {
    token,
    body,
    save: { API_TOKEN: "token", ID: "id" },
  });
  const own = pick(made.answer, "token");
  await go.call("get /tokens", { token });
  await go.call("get /organization/tokens", { token });
  await go.call("post /clients", { token: own, body: { company: "Mairie de Brest" } });
  const role = await go.call("post /roles", {
    token,
    body: { name: "Passerelle", permissions: ["clients.read"] },
    save: { ROLE: "id" },
  });
  const account = await go.call("post /service-accounts", {
    token,
    body: { name: "Passerelle comptable", roleId: pick(role.answer, "id") },
    save: { SERVICE: "id" },
  });
  const id = pick(account.answer, "id");
  await go.call("post /service-accounts/{id}/tokens", {
    token,
    params: { id },
    body: { ...body, name: "Nuit", permissions: ["clients.read"] },
  });
  await go.call("get /service-accounts", { token });
  await go.call("patch /service-accounts/{id}", {
    token,
    params: { id },
    body: { disabled: true },
  });
  await go.call("delete /service-accounts/{id}", { token, params: { id } });
  await go.call("delete /tokens/{id}", { token, params: { id: pick(made.answer, "id") } });
};
