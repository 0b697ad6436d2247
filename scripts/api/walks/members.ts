import { pick, type Walk } from "#scripts/api/walk.ts";
import { register } from "./session.ts";

/** A role of one's own, an invitation that is accepted, another role, and good-bye. */
export const members: Walk = async (go) => {
  const { token, password } = await register(go, "membres");
  await go.call("get /roles", { token });
  const role = await go.call("post /roles", {
    token,
    body: { name: "Conducteur de travaux", permissions: ["clients.read", "boards.read"] },
    save: { ROLE: "id" },
  });
  const roleId = pick(role.answer, "id");
  await go.call("patch /roles/{id}", {
    token,
    params: { id: roleId },
    body: { permissions: ["clients.read", "boards.read", "boards.write"] },
  });
  const email = "karim@atelier.example";
  const invited = await go.call("post /invitations", {
    token,
    body: { email, roleId },
    save: { LINK: "token" },
  });
  const link = pick(invited.answer, "token");
  await go.call("get /invitations", { token });
  await go.call("post /auth/invitations/preview", { body: { token: link } });
  // This link was shown, not mailed: whoever uses it shows first to read the address.
  await go.call("post /auth/invitations/start", { body: { token: link, email, language: "fr" } });
  const mailed = await go.mailedToken(email, "invitation_continue");
  const joined = await go.call("post /auth/invitations/accept", {
    body: { account: "new", token: mailed, name: "Karim Benali", password, language: "fr" },
    save: { KARIM: "person.id" },
  });
  const userId = pick(joined.answer, "person.id");
  await go.call("get /members", { token });
  const own = await go.call("get /roles", { token, save: { VIEWER: "items.0.id" } });
  await go.call("patch /members/{userId}", {
    token,
    params: { userId },
    body: { roleId: pick(own.answer, "items.0.id") },
  });
  await go.call("delete /members/{userId}", { token, params: { userId } });
  await go.call("delete /roles/{id}", { token, params: { id: roleId } });
  const second = await go.call("post /invitations", {
    token,
    body: { email: null, roleId: pick(own.answer, "items.4.id") },
    save: { LINK: "token" },
  });
  const third = await register(go, "voisine");
  const link3 = pick(second.answer, "token");
  await go.call("post /auth/invitations/view", { token: third.token, body: { token: link3 } });
  await go.call("post /auth/invitations/join", { token: third.token, body: { token: link3 } });
  const last = await go.call("post /invitations", {
    token,
    body: { email: null, roleId: pick(own.answer, "items.0.id") },
    save: { INVITATION: "id" },
  });
  await go.call("delete /invitations/{id}", { token, params: { id: pick(last.answer, "id") } });
};
