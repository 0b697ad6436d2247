import { pick, type Walk } from "#scripts/api/walk.ts";
import { register } from "./session.ts";

/** A new name, a deletion asked for and taken back, and the ownership handed over to somebody who has just joined. */
export const organization: Walk = async (go) => {
  const { token, password } = await register(go, "entreprise");
  const policy = { demanded: true, graceDays: 14 };
  await go.call("put /organization/second-factor", { token, body: policy });
  await go.call("get /organization/second-factor", { token });
  await go.call("patch /organization", { token, body: { name: "Atelier Morvan et fils" } });
  const reason = "Cessation d’activité";
  const deletion = { name: "Atelier Morvan et fils", reason };
  await go.call("post /organization/deletion", { token, body: deletion });
  await go.call("delete /organization/deletion", { token });
  const roles = await go.call("get /roles", { token });
  const invited = await go.call("post /invitations", {
    token,
    body: { email: null, roleId: pick(roles.answer, "items.1.id") },
    save: { LINK: "token" },
  });
  const email = "karim.benali@atelier.example";
  const link = pick(invited.answer, "token");
  await go.call("post /auth/invitations/start", { body: { token: link, email, language: "fr" } });
  const joined = await go.call("post /auth/invitations/accept", {
    body: {
      account: "new",
      token: await go.mailedToken(email, "invitation_continue"),
      name: "Karim Benali",
      password,
      language: "fr",
    },
    save: { KARIM: "person.id" },
  });
  await go.call("post /organization/ownership", {
    token,
    body: { userId: pick(joined.answer, "person.id") },
  });
};
