import { randomBytes } from "node:crypto";
import { Email } from "#domain/identity/model.ts";
import { hasOrganizations, mintLinkToken } from "./control.ts";
import { StartError, type Server } from "./server.ts";

/** The first owner of a product that nobody has used yet, and their organization. */
export interface FirstAdmin {
  email: string;
  name: string;
  organization: string;
  language: "fr" | "en";
}

/**
 * Makes the first organization of a state with its owner, through the API that everybody uses, and answers the path of a link, good
 * once within the hour, by which the owner chooses a password. The account has none before: nothing opens it but that link.
 * @throws StartError when there is an organization already, or when what was given is refused.
 */
export async function seedAdmin(server: Server, admin: FirstAdmin): Promise<string> {
  const { control, url } = server;
  if (await hasOrganizations(control)) {
    throw new StartError(
      "There is an organization already. Its owner invites others; whoever wants one of their own registers on the page.",
    );
  }
  const { email: typed, ...words } = admin;
  const email = Email.safeParse(typed).data;
  if (!email) throw new StartError(`${typed} is no email address.`);
  const token = await mintLinkToken(control, "register", email);
  // Random, kept nowhere, and taken away below.
  const password = randomBytes(32).toString("base64url");
  const answer = await fetch(`${url}/api/v1/auth/register`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ token, password, ...words }),
  });
  if (answer.status !== 201) {
    throw new StartError(`The owner could not be made: ${answer.status} ${await answer.text()}`);
  }
  const user = "(SELECT id FROM users WHERE email = ?)";
  const now = new Date().toISOString();
  await control.batch([
    // Nobody has shown to read the address: the link below does, or a mail.
    control
      .prepare("UPDATE users SET password_hash = NULL, email_verified_at = NULL WHERE email = ?")
      .bind(email),
    control.prepare(`UPDATE sessions SET revoked_at = ? WHERE user_id = ${user}`).bind(now, email),
    control.prepare(`DELETE FROM known_devices WHERE user_id = ${user}`).bind(email),
  ]);
  return `/reset#${await mintLinkToken(control, "reset", email)}`;
}
