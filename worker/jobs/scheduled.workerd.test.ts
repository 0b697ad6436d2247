import { describe, expect, it } from "vitest";
import { openBrowser, signUp } from "#worker/features/identity/testing.ts";
import { purgeControl } from "#worker/platform/purge.ts";
import { change, rows } from "#worker/platform/testing-databases.ts";
import { testEnv } from "#worker/platform/testing.ts";
import { runScheduled } from "./scheduled.ts";

const DAY = 24 * 60 * 60 * 1000;
const later = (days: number) => ({ now: () => Date.now() + days * DAY });
const count = async (table: string) =>
  (await rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n;

describe("every minute", () => {
  it("a mail that was not sent beside its answer goes out", async () => {
    const { email } = (await signUp()).form;
    const sql = "UPDATE mails SET sent_at = NULL, next_attempt_at = ? WHERE recipient = ?";
    await change(sql, "2026-01-01T00:00:00.000Z", email);
    await runScheduled("* * * * *", testEnv);
    const [mail] = await rows("SELECT sent_at FROM mails WHERE recipient = ?", email);
    expect(mail).toEqual({ sent_at: expect.stringMatching(/^\d{4}-/) });
  });
});

describe("every night", () => {
  it("mails and links of a month ago are forgotten, browsers and events after four hundred days", async () => {
    await signUp();
    await openBrowser().json("post /auth/register/start", {
      email: "a@example.com",
      language: "fr",
    });
    await change(
      "UPDATE mail_tokens SET expires_at = ?",
      new Date(Date.now() + 7 * DAY).toISOString(),
    );
    await purgeControl(testEnv, later(20));
    expect(await count("mails")).toBeGreaterThan(0);
    await purgeControl(testEnv, later(31));
    expect(await count("mails")).toBe(0);
    expect(await count("mail_tokens")).toBeGreaterThan(0);
    expect(await count("known_devices")).toBeGreaterThan(0);
    expect(await count("auth_events")).toBeGreaterThan(0);
    await purgeControl(testEnv, later(401));
    for (const table of ["mail_tokens", "known_devices", "auth_events"])
      expect(await count(table)).toBe(0);
  });
});
