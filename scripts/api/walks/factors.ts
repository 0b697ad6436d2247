import { stepAt, totpCode } from "#domain/factors/totp.ts";
import { pick, type CallRecord, type Walk } from "#scripts/api/walk.ts";
import { newAuthenticator } from "#worker/features/factors/testing-authenticator.ts";
import { register } from "./session.ts";

const codeAt = (key: string, off: number) => totpCode(key, stepAt(Date.now()) + off);

const challenge = (record: CallRecord) => pick(record.answer, "challenge");

/** An authenticator app, recovery codes and a passkey, and what signing in is like with them. */
export const factors: Walk = async (go) => {
  const { token, email, password } = await register(go, "facteurs");
  const started = await go.call("post /auth/factors/totp", { token });
  const key = pick(started.answer, "key");
  await go.call("post /auth/factors/totp/confirm", {
    token,
    body: { code: await codeAt(key, 0) },
  });
  const first = await go.call("post /auth/sign-in", {
    body: { email, password },
    save: { STEP: "secondFactor.token" },
  });
  await go.call("post /auth/sign-in/code", {
    body: { token: pick(first.answer, "secondFactor.token"), code: await codeAt(key, 1) },
  });
  await go.call("get /auth/factors", { token });
  const issued = await go.call("post /auth/factors/recovery-codes", { token });
  await go.call("post /auth/fresh", { token, body: { code: pick(issued.answer, "codes.0") } });
  await go.call("delete /auth/factors/totp", { token });
  const authenticator = await newAuthenticator(go.origin);
  const wanted = await go.call("post /auth/passkeys/options", { token });
  const added = await go.call("post /auth/passkeys", {
    token,
    body: { name: "Portable", passkey: await authenticator.make(challenge(wanted)) },
    save: { PASSKEY: "passkey.id" },
  });
  const asked = await go.call("post /auth/passkey/options");
  const passkey = await authenticator.sign(challenge(asked));
  await go.call("post /auth/passkey", { body: { passkey } });
  const id = pick(added.answer, "passkey.id");
  await go.call("patch /auth/passkeys/{id}", {
    token,
    params: { id },
    body: { name: "Portable du bureau" },
  });
  await go.call("delete /auth/passkeys/{id}", { token, params: { id } });
};
