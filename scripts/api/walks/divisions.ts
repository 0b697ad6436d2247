import { pick, type Walk } from "#scripts/api/walk.ts";
import { register } from "./session.ts";

/** A division, somebody in it with a role that holds there alone, and its end. */
export const divisions: Walk = async (go) => {
  const { token, userId } = await register(go, "divisions");
  const made = await go.call("post /divisions", {
    token,
    body: { name: "Agence de Lyon" },
    save: { DIVISION: "id" },
  });
  const id = pick(made.answer, "id");
  await go.call("patch /divisions/{id}", {
    token,
    params: { id },
    body: { name: "Agence de Nantes" },
  });
  const role = await go.call("post /roles", {
    token,
    body: { name: "Chef d’agence", permissions: ["identity.read", "identity.roles"] },
    save: { ROLE: "id" },
  });
  await go.call("put /divisions/{id}/members/{userId}", {
    token,
    params: { id, userId },
    body: { roleId: pick(role.answer, "id") },
  });
  await go.call("get /divisions", { token });
  await go.call("delete /divisions/{id}/members/{userId}", { token, params: { id, userId } });
  await go.call("delete /divisions/{id}", { token, params: { id } });
};
