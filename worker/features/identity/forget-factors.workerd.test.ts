import { beforeAll, expect, it } from "vitest";
import { openFirm, unconfirm, type Colleague } from "#worker/features/members/testing.ts";
import { lastMailTo } from "#worker/platform/testing-mails.ts";
import { change, rows } from "#worker/platform/testing-databases.ts";
import { GOOD_PASSWORD, openBrowser, registration } from "./testing.ts";

let firm: Awaited<ReturnType<typeof openFirm>>;

beforeAll(async () => {
  firm = await openFirm();
});

const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

/** Gives a person every way in there is, added so many days ago. */
async function equip({ me }: Colleague, days: number): Promise<void> {
  const { id } = me.person;
  const tag = `${id} ${days}`;
  await change(
    `INSERT INTO passkeys (id, user_id, credential_id, public_key, counter, transports, synced, name, created_at)
     VALUES (?1, ?2, ?1, '', 0, '[]', 0, 'Clé', ?3)`,
    tag,
    id,
    ago(days),
  );
  const code = "INSERT INTO recovery_codes (hash, user_id, created_at) VALUES (?, ?, ?)";
  await change(code, tag, id, ago(days));
  const app = "INSERT OR REPLACE INTO totp_factors (user_id, secret, created_at) VALUES (?, '', ?)";
  await change(app, id, ago(days));
  await change(
    `INSERT INTO api_tokens (hash, id, organization_id, user_id, name, permissions, hint, created_by, created_at, expires_at)
     VALUES (?1, ?1, ?2, ?3, 'Export', '[]', '', ?3, ?4, '2999')`,
    tag,
    firm.organizationId,
    id,
    ago(days),
  );
}
const count = (table: string) => `(SELECT count(*) FROM ${table} WHERE user_id = u.id) AS ${table}`;
const COUNTS = ["passkeys", "recovery_codes", "totp_factors", "api_tokens"].map(count).join(", ");
const left = async ({ me }: Colleague) => {
  const [found] = await rows(`SELECT ${COUNTS} FROM users u WHERE u.id = ?`, me.person.id);
  return found;
};
const confirm = (token: string) => openBrowser().json("post /auth/email/confirm", { token });
const having = (
  passkeys: number,
  recovery_codes: number,
  totp_factors: number,
  api_tokens: number,
) => {
  return { passkeys, recovery_codes, totp_factors, api_tokens };
};
async function reset({ email }: Colleague) {
  await openBrowser().call("post /auth/password/forgot", { email });
  const { token } = await lastMailTo(email, "password_reset");
  const body = { token, password: "cinq otaries polies dansent" };
  expect((await openBrowser().call("post /auth/password/reset", body)).status).toBe(204);
}
const verify = ({ email }: Colleague) =>
  change("UPDATE users SET email_verified_at = created_at WHERE email = ?", email);

it("a password chosen by mail leaves the factors of a confirmed person", async () => {
  const lucas = await firm.hire("member");
  await verify(lucas);
  await equip(lucas, 0);
  await reset(lucas);
  expect(await left(lucas)).toEqual(having(1, 1, 1, 1));
});

it("whoever first shows to hold the address finds no way in of whoever registered with it", async () => {
  const lucas = await firm.hire("member");
  await unconfirm(lucas);
  await equip(lucas, 3);
  await reset(lucas);
  expect(await left(lucas)).toEqual(having(0, 0, 0, 0));
});

it("taking a change of address back takes away what was added around it, and nothing older", async () => {
  const lucas = await firm.hire("member");
  await verify(lucas);
  await equip(lucas, 10);
  const { email } = registration();
  await equip(lucas, 0.5);
  await lucas.json("post /auth/email", { email, password: GOOD_PASSWORD });
  await confirm((await lastMailTo(email, "email_confirm")).token);
  expect(await left(lucas)).toEqual(having(2, 2, 1, 2));
  await confirm((await lastMailTo(lucas.email, "email_changed")).token);
  expect(await left(lucas)).toEqual(having(1, 1, 0, 1));
});
