import { beforeAll, expect, it } from "vitest";
import { openFirm, type Colleague } from "#worker/features/members/testing.ts";
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
}
const count = (table: string) => `(SELECT count(*) FROM ${table} WHERE user_id = u.id) AS ${table}`;
const COUNTS = ["passkeys", "recovery_codes", "totp_factors"].map(count).join(", ");
const left = async ({ me }: Colleague) => {
  const [found] = await rows(`SELECT ${COUNTS} FROM users u WHERE u.id = ?`, me.person.id);
  return found;
};
const confirm = (token: string) => openBrowser().json("post /auth/email/confirm", { token });
const ALL = { passkeys: 1, recovery_codes: 1, totp_factors: 1 };
const NONE = { passkeys: 0, recovery_codes: 0, totp_factors: 0 };
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
  expect(await left(lucas)).toEqual(ALL);
});

it("whoever first shows to hold the address finds no way in of whoever registered with it", async () => {
  const lucas = await firm.hire("member");
  await equip(lucas, 3);
  await reset(lucas);
  expect(await left(lucas)).toEqual(NONE);
});

it("taking a change of address back takes away what was added around it, and nothing older", async () => {
  const lucas = await firm.hire("member");
  await verify(lucas);
  await equip(lucas, 10);
  const { email } = registration();
  await equip(lucas, 0.5);
  await lucas.json("post /auth/email", { email, password: GOOD_PASSWORD });
  await confirm((await lastMailTo(email, "email_confirm")).token);
  expect(await left(lucas)).toEqual({ passkeys: 2, recovery_codes: 2, totp_factors: 1 });
  await confirm((await lastMailTo(lucas.email, "email_changed")).token);
  expect(await left(lucas)).toEqual({ passkeys: 1, recovery_codes: 1, totp_factors: 0 });
});
