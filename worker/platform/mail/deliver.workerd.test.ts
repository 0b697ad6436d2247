import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MOST_ATTEMPTS } from "#domain/mail/back-off.ts";
import { fakeResend } from "#worker/integrations/resend/testing-fake.ts";
import { commitControl, publicScope } from "#worker/platform/auth/control-commit.ts";
import type { Env } from "#worker/platform/env.ts";
import { change, rows } from "#worker/platform/testing-databases.ts";
import { ORIGIN, testEnv } from "#worker/platform/testing.ts";
import { deliverMails } from "./deliver.ts";
import { newMail } from "./mail.ts";

const KEY = "re_test_key";
const START = Date.parse("2026-11-21T16:00:00.000Z");
const account: Env = {
  ...testEnv,
  RESEND_API_KEY: KEY,
  MAIL_FROM: "Aetheria <bonjour@aetheria.example>",
  RESEND_BASE_URL: "https://resend.example",
};

let resend: ReturnType<typeof fakeResend>;
let now: number;
const lines: string[] = [];
const clock = { now: () => now };

beforeEach(async () => {
  await change("DELETE FROM mails");
  resend = fakeResend(KEY);
  now = START;
  lines.length = 0;
  for (const level of ["warn", "error"] as const) {
    vi.spyOn(console, level).mockImplementation((...parts) => void lines.push(parts.join(" ")));
  }
  vi.spyOn(globalThis, "fetch").mockImplementation((input, init) =>
    resend.answer(new Request(input, init)),
  );
});
afterEach(() => vi.restoreAllMocks());

/** Writes a mail as a verb does, without anybody sending it. */
async function post(email: string, lifeMs?: number): Promise<string> {
  const token = lifeMs === undefined ? {} : { token: { kind: "verify" as const, lifeMs } };
  const to = { email, language: "fr", userId: "usr_1" } as const;
  const mail = newMail(clock, { kind: "email_verify", params: {}, to, ...token });
  const scope = publicScope({
    env: testEnv,
    clock,
    requestId: "req_test",
    address: null,
    request: null,
    control: testEnv.CONTROL_DB,
    origin: ORIGIN,
    defer: () => undefined,
  });
  await commitControl(
    { ...scope, defer: () => undefined },
    { writes: [], mails: [mail], answer: null },
  );
  // The commit has already begun to send it as the tests' server would: back to the start.
  await vi.waitUntil(async () => (await state(mail.id)).sent_at !== null);
  await change(
    "UPDATE mails SET sent_at = NULL, attempts = 0, next_attempt_at = created_at WHERE id = ?",
    mail.id,
  );
  return mail.id;
}

interface State {
  sent_at: string | null;
  attempts: number;
  next_attempt_at: string | null;
  last_error: string | null;
}

async function state(id: string): Promise<State> {
  const [row] = await rows<State>(
    "SELECT sent_at, attempts, next_attempt_at, last_error FROM mails WHERE id = ?",
    id,
  );
  if (!row) throw new Error(`No mail ${id}`);
  return row;
}

const sweep = (env = account) => deliverMails({ env, clock });
const inSeconds = (seconds: number) => new Date(now + seconds * 1000).toISOString();

describe("a mail", () => {
  it("goes out once, however many sweeps meet", async () => {
    const id = await post("claire@example.com");
    await Promise.all([sweep(), sweep(), sweep(), sweep()]);
    expect(resend.taken.map((mail) => mail.to)).toEqual(["claire@example.com"]);
    expect(await state(id)).toMatchObject({ attempts: 1, next_attempt_at: null, last_error: null });
    now += 3_600_000;
    await sweep();
    expect(resend.asked()).toBe(1);
  });

  it("waits longer after each failure, and arrives", async () => {
    const id = await post("claire@example.com");
    resend.fail("500", "html");
    await sweep();
    expect(await state(id)).toEqual({
      sent_at: null,
      attempts: 1,
      next_attempt_at: inSeconds(30),
      last_error: "500 internal_server_error",
    });
    await sweep();
    expect(resend.asked()).toBe(1);
    now += 30_000;
    await sweep();
    expect((await state(id)).next_attempt_at).toBe(inSeconds(60));
    now += 60_000;
    await sweep();
    expect(await state(id)).toMatchObject({ attempts: 3, next_attempt_at: null, last_error: null });
    expect(resend.taken).toHaveLength(1);
  });

  it("is taken once when the answer to the first attempt was lost", async () => {
    const id = await post("claire@example.com");
    resend.fail("lost");
    await sweep();
    expect((await state(id)).last_error).toBe("no answer");
    now += 30_000;
    await sweep();
    expect((await state(id)).sent_at).not.toBeNull();
    expect(resend.taken).toHaveLength(1);
  });

  it("lets the others wait too when the other side asks for patience", async () => {
    await post("claire@example.com");
    await post("lucas@example.com");
    resend.fail("429");
    await sweep();
    expect(resend.asked()).toBe(1);
    now += 30_000;
    await sweep();
    expect(resend.taken).toHaveLength(2);
  });

  it("is given up at once when it can't succeed, and after ten attempts when it does not", async () => {
    const refused = await post("claire@example.com");
    resend.fail("422");
    await sweep();
    expect(await state(refused)).toMatchObject({
      sent_at: null,
      next_attempt_at: null,
      last_error: "422 validation_error",
    });
    const unlucky = await post("lucas@example.com");
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      resend.fail("500");
      await sweep();
      now += 3_600_000;
    }
    await sweep();
    expect(await state(unlucky)).toMatchObject({ attempts: MOST_ATTEMPTS, next_attempt_at: null });
    expect(lines.join()).toContain("mail.given_up");
  });

  it("does not arrive after its link is over", async () => {
    const id = await post("claire@example.com", 60_000);
    now += 61_000;
    await sweep();
    expect(await state(id)).toMatchObject({ next_attempt_at: null, last_error: "link over" });
    expect(resend.asked()).toBe(0);
  });

  it("keeps addresses, words and links out of the log", async () => {
    await post("claire@example.com", 60_000);
    resend.fail("500");
    await sweep();
    expect(lines.join()).toContain("mail.delayed");
    expect(lines.join()).not.toMatch(/claire|example\.com|#|Confirm/);
  });

  it.each([
    ["without an account", { RESEND_API_KEY: undefined, APP_ORIGIN: "https://app.example" }],
    ["without an address for its links", { APP_ORIGIN: undefined }],
  ])("waits in a production %s", async (_name, over) => {
    const id = await post("claire@example.com");
    await sweep({ ...account, ENVIRONMENT: "production", ...over } as unknown as Env);
    expect(resend.asked()).toBe(0);
    expect(await state(id)).toMatchObject({ attempts: 0, sent_at: null });
    const production = { ENVIRONMENT: "production", APP_ORIGIN: "https://app.example" } as const;
    await sweep({ ...account, ...production });
    expect(resend.taken[0]?.text).toContain("https://app.example/verify#");
  });
});
