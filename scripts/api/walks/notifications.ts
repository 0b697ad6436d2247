import { pick, type Walk } from "#scripts/api/walk.ts";
import { register } from "./session.ts";

/** Somebody joins, is called by name on a dashboard, reads that, and marks it. */
export const notifications: Walk = async (go) => {
  const { token, password } = await register(go, "mentions");
  const role = await go.call("post /roles", {
    token,
    body: { name: "Lecture des analyses", permissions: ["analytics.read"] },
  });
  const email = "karim.mentions@atelier.example";
  const invited = await go.call("post /invitations", {
    token,
    body: { email, roleId: pick(role.answer, "id") },
  });
  const link = pick(invited.answer, "token");
  await go.call("post /auth/invitations/start", { body: { token: link, email, language: "fr" } });
  const mailed = await go.mailedToken(email, "invitation_continue");
  const joined = await go.call("post /auth/invitations/accept", {
    body: { account: "new", token: mailed, name: "Karim Benali", password, language: "fr" },
    save: { KARIM: "person.id", KARIMS_TOKEN: "accessToken" },
  });
  const workspace = await go.call("post /workspaces", { token, body: { title: "Ventes" } });
  const workspaceId = pick(workspace.answer, "id");
  const dashboard = await go.call("post /dashboards", {
    token,
    body: { workspaceId, title: "Suivi des agences" },
  });
  await go.call("post /dashboards/{id}/comments", {
    token,
    params: { id: pick(dashboard.answer, "id") },
    body: {
      text: "@Karim Benali regarde Lyon.",
      mentions: [{ id: pick(joined.answer, "person.id"), name: "Karim Benali" }],
    },
  });
  const own = pick(joined.answer, "accessToken");
  const told = await go.call("get /notifications", {
    token: own,
    query: { state: "unread" },
    save: { NOTIFICATION: "items.0.id" },
  });
  const ids = [pick(told.answer, "items.0.id")];
  await go.call("post /notifications/read", { token: own, body: { ids, read: true } });
};
