import { stepAt, totpCode } from "#domain/factors/totp.ts";
import { pick, type Walk } from "#scripts/api/walk.ts";
import { register } from "./session.ts";

const codeAt = (key: string, off: number) => totpCode(key, stepAt(Date.now()) + off);

/** An authenticator app and recovery codes, and what signing in is like with them. */
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
  await go.call("post /auth/factors/recovery-codes", { token });
  await go.call("delete /auth/factors/totp", { token });
};
