import { pick, type Walk } from "#scripts/api/walk.ts";
import { register } from "./session.ts";

/** Every way in and out: password, link, refresh, another organization, devices. */
export const identity: Walk = async (go) => {
  const { token, password, cookie } = await register(go, "identite");
  await go.call("get /auth/me", { token });
  await go.call("patch /auth/me", { token, body: { language: "en" } });
  await go.call("post /auth/email/verification", { token });
  const email = "claire.morvan@atelier.example";
  await go.call("post /auth/email", { token, body: { email, password } });
  const mailed = await go.mailedToken(email, "email_confirm");
  await go.call("post /auth/email/confirm", { body: { token: mailed } });
  await go.call("post /auth/refresh", { cookie, body: {} });
  const signedIn = await go.call("post /auth/sign-in", { body: { email, password } });
  const sessions = await go.call("get /auth/sessions", { token, save: { SESSION: "items.1.id" } });
  const organizationId = pick(signedIn.answer, "organization.id");
  await go.call("post /auth/organizations", { token, body: { name: "Atelier du Rhins" } });
  await go.call("post /auth/switch", { token, body: { organizationId } });
  await go.call("get /auth/events", { token, query: { limit: "5" } });
  await go.call("delete /auth/sessions/{id}", {
    token,
    params: { id: pick(sessions.answer, "items.1.id") },
  });
  await go.call("delete /auth/sessions", { token });
  const linked = await go.call("post /auth/link", { body: { token: await go.mintLink(email) } });
  await go.call("post /auth/sign-out", { cookie: linked.setCookie ?? "" });
  const last = await go.call("post /auth/sign-in", {
    body: { email, password },
    save: { TOKEN: "accessToken" },
  });
  const current = pick(last.answer, "accessToken");
  const next = "trois-loutres-sous-la-pluie-de-mai";
  await go.call("post /auth/password", {
    token: current,
    body: { current: password, password: next },
  });
  await go.call("post /auth/sign-out-everywhere", { token: current });
  // Asking to register with an address that has an account is answered as ever; its mail leads here.
  await go.call("post /auth/register/start", { body: { email, language: "fr" } });
  const known = await go.mailedToken(email, "register_known");
  await go.call("post /auth/register/view", { body: { token: known } });
  await go.call("post /auth/register/organization", {
    body: { token: known, organization: "Atelier des Bords" },
  });
  await go.call("post /auth/password/forgot", { body: { email } });
  await go.call("post /auth/password/reset", {
    body: { token: await go.mailedToken(email, "password_reset"), password },
  });
};
