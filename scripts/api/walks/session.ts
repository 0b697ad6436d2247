import { pick, type Walker } from "#scripts/api/walk.ts";

/** Somebody who has just registered: how every walk begins. */
export interface Registered {
  token: string;
  userId: string;
  email: string;
  password: string;
  cookie: string;
}

/** A passphrase that the estimator accepts. It opens an organization that lives only in the walk's server. */
const PASSPHRASE = "grue-tranquille-au-bord-du-Rhins";

/** Registers an organization under an address of its own and signs in. */
export async function register(go: Walker, name: string): Promise<Registered> {
  const email = `${name}@atelier.example`;
  await go.call("post /auth/register/start", { body: { email, language: "fr" } });
  const token = await go.mailedToken(email, "register");
  const registered = await go.call("post /auth/register", {
    body: {
      token,
      organization: "Atelier Exemple",
      name: "Claire Morvan",
      password: PASSPHRASE,
      language: "fr",
    },
    save: { TOKEN: "accessToken" },
  });
  return {
    token: pick(registered.answer, "accessToken"),
    userId: pick(registered.answer, "person.id"),
    email,
    password: PASSPHRASE,
    cookie: registered.setCookie ?? "",
  };
}
