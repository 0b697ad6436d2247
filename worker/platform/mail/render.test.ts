import { describe, expect, it } from "vitest";
import type { FactorChange, MailContent } from "#domain/mail/model.ts";
import type { Env } from "#worker/platform/env.ts";
import { renderMail } from "./render.ts";

const env = {
  AUTH_SECRET: "test-secret",
  FILES: { list: async () => ({ objects: [] }) },
} as unknown as Env;
const AT = "2026-11-21T16:12:00.000Z";
const occasion = {
  at: AT,
  device: "Firefox · Linux",
  place: "FR",
  timeZone: "Europe/Paris",
};
const CHANGES: FactorChange[] = [
  { kind: "totp_added" },
  { kind: "totp_removed" },
  { kind: "passkey_added", name: "Téléphone" },
  { kind: "passkey_removed", name: "Téléphone" },
  { kind: "recovery_issued" },
  { kind: "recovery_used", left: 4 },
  { kind: "recovery_used", left: 1 },
  { kind: "recovery_used", left: 0 },
];
const DASHBOARD = {
  organizationId: `org_${"0".repeat(26)}`,
  organization: "Atelier Morvan",
  dashboardId: "dsb_1",
  workspaceId: "wsp_1",
  title: "Agences",
  computedAt: AT,
  old: true,
  timeZone: "Europe/Paris",
  filters: ["Agence : Lyon"],
};
const CONTENTS: MailContent[] = [
  {
    kind: "dashboard_mention",
    params: {
      organizationId: DASHBOARD.organizationId,
      organization: "Atelier Morvan",
      dashboardId: "dsb_1",
      workspaceId: "wsp_1",
      title: "Agences",
      commentId: "dcm_1",
      by: "Claire",
      excerpt: "Regardez Lyon",
    },
  },
  { kind: "dashboard_figures", params: { ...DASHBOARD, outsider: null } },
  { kind: "dashboard_figures", params: { ...DASHBOARD, outsider: "sch_1 paul@example.com" } },
  { kind: "register", params: {} },
  { kind: "register_known", params: {} },
  { kind: "email_verify", params: {} },
  { kind: "email_confirm", params: {} },
  { kind: "email_taken", params: {} },
  { kind: "email_changed", params: occasion },
  { kind: "password_reset", params: occasion },
  { kind: "password_changed", params: occasion },
  { kind: "new_device", params: occasion },
  { kind: "session_copied", params: occasion },
  {
    kind: "token_created",
    params: {
      ...occasion,
      organizationId: "org_1",
      organization: "Atelier Morvan",
      name: "Export",
    },
  },
  ...CHANGES.map((change) => ({
    kind: "factor_changed" as const,
    params: { ...occasion, change },
  })),
  {
    kind: "support_opened",
    params: {
      organizationId: "org_1",
      organization: "Atelier Morvan",
      by: "Claire",
      until: AT,
      reason: "Import bloqué",
    },
  },
  {
    kind: "support_used",
    params: { organizationId: "org_1", organization: "Atelier Morvan", by: "Nadia", until: AT },
  },
  {
    kind: "support_ended",
    params: { organizationId: "org_1", organization: "Atelier Morvan", by: null, used: "Nadia" },
  },
  {
    kind: "deletion_asked",
    params: { organizationId: "org_1", organization: "Atelier Morvan", by: "Claire", dueAt: AT },
  },
  {
    kind: "deletion_cancelled",
    params: { organizationId: "org_1", organization: "Atelier Morvan", by: "Claire" },
  },
  {
    kind: "deletion_reminder",
    params: { organizationId: "org_1", organization: "Atelier Morvan", by: "Claire", dueAt: AT },
  },
  {
    kind: "ownership_given",
    params: { organizationId: "org_1", organization: "Atelier Morvan", by: "Claire", heir: "Léa" },
  },
  {
    kind: "ownership_received",
    params: { organizationId: "org_1", organization: "Atelier Morvan", by: "Claire" },
  },
  ...(["gone", "failing"] as const).map((reason) => ({
    kind: "webhook_paused" as const,
    params: { organizationId: "org_1", organization: "Atelier Morvan", webhook: "Compta", reason },
  })),
  {
    kind: "invitation",
    params: { invitationId: "inv_1", organization: "Atelier Morvan", inviter: "Claire Morvan" },
  },
];
const row = (content: MailContent, language: "fr" | "en" = "fr") => ({
  id: "mal_1",
  recipient: "claire@example.com",
  language,
  kind: content.kind,
  params: JSON.stringify(content.params),
  origin: "https://app.example",
});
const figuresMail = (changes: object) => {
  const params = { ...DASHBOARD, outsider: null, ...changes };
  return renderMail(env, row({ kind: "dashboard_figures", params }, "en"));
};
const invitation = (names: { organization?: string; inviter?: string }) =>
  renderMail(
    env,
    row({
      kind: "invitation",
      params: { invitationId: "inv_1", organization: "A", inviter: "B", ...names },
    }),
  );

const each = CONTENTS.flatMap((content) =>
  (["fr", "en"] as const).map((language) => [content.kind, language, content] as const),
);

async function told(change: FactorChange, language: "fr" | "en") {
  const params = { ...occasion, change };
  const { text, link } = await renderMail(env, row({ kind: "factor_changed", params }, language));
  expect(link).toBe("https://app.example/settings/security");
  expect(text).toContain("https://app.example/forgot");
  return flat(text);
}

const flat = (text: string) => text.replaceAll(/\s+/gu, " ");

describe("a mail", () => {
  it.each(each)("%s in %s says the same in text and HTML", async (_kind, language, content) => {
    const mail = await renderMail(env, row(content, language));
    expect(mail.subject).toMatch(/^\S.{10,80}$/u);
    const plain = mail.html
      .replace(/[\s\S]*<h1/u, "<h1")
      .replaceAll(/<[^>]+>/gu, " ")
      .replaceAll("&#39;", "'");
    for (const line of mail.text.trim().split("\n").filter(Boolean)) {
      for (const part of line.split(/\u00A0?: (?=\S)/u))
        expect(flat(plain)).toContain(flat(part).trim());
    }
    expect(mail.text).toContain(mail.link);
    expect(mail.html).toContain(`lang="${language}-`);
  });

  it.each(each)("%s in %s loads nothing and follows nobody", async (_kind, language, content) => {
    const { html, text, link } = await renderMail(env, row(content, language));
    expect(html).not.toMatch(/<(img|script|link|iframe|style|form)\b|src=|url\(|@import/iu);
    const addresses = [...`${html}\n${text}`.matchAll(/https?:[^"'<\s]+/gu)].map(([one]) => one);
    const further = ["factor_changed", "session_copied", "token_created"].includes(content.kind);
    const also = further ? ["https://app.example/forgot"] : [];
    expect(new Set(addresses)).toEqual(new Set([link, ...also]));
    expect(link).toMatch(
      /^https:\/\/app\.example\/[\w/-]+(?:\?(?:tab=access|comment=dcm_\w+))?(#(?:[0-9A-Z]{26}\.)?[\w-]{43})?$/u,
    );
  });

  it("carries a token behind the # that only the secret can derive", async () => {
    const content = { kind: "email_verify", params: {} } as const;
    const one = await renderMail(env, row(content));
    expect((await renderMail(env, row(content))).link).toBe(one.link);
    expect((await renderMail(env, { ...row(content), id: "mal_2" })).link).not.toBe(one.link);
    const other = { AUTH_SECRET: "another" } as Env;
    expect((await renderMail(other, row(content))).link).not.toBe(one.link);
  });

  it("leads where the configuration says, whatever the request claimed", async () => {
    const configured = { ...env, APP_ORIGIN: "https://aetheria.example" } as Env;
    const { link } = await renderMail(configured, row({ kind: "email_taken", params: {} }));
    expect(link).toBe("https://aetheria.example/sign-in");
  });

  it("tells when, in the zone of the network address, and from which country", async () => {
    const french = await renderMail(env, row({ kind: "new_device", params: occasion }));
    expect(french.text).toMatch(/Quand.: 21 novembre 2026 à 17:12 UTC\+1\n/u);
    expect(french.text).toMatch(/Appareil.: Firefox · Linux\n.*: France\n/u);
    const nowhere = { ...occasion, place: null, timeZone: "Mars/Olympus" };
    const english = await renderMail(env, row({ kind: "new_device", params: nowhere }, "en"));
    expect(english.text.replaceAll("\u202F", " ")).toContain(
      "When: November 21, 2026 at 4:12 PM UTC",
    );
    expect(english.text).toMatch(/Place, by network address: unknown\n/u);
    const near = { ...occasion, place: "local" };
    const local = await renderMail(env, row({ kind: "new_device", params: near }));
    expect(local.text).toMatch(/réseau.: réseau local\n/u);
  });

  it("of figures says of when they are by the clock of its schedule, and of whose they are", async () => {
    const params = { ...DASHBOARD, outsider: null };
    const french = await renderMail(env, row({ kind: "dashboard_figures", params }));
    expect(french.subject).toBe("Agences · chiffres du 21 novembre 2026 à 17:12, heure de Paris");
    expect(french.text).toContain("d’Atelier Morvan, calculés le 21 novembre 2026");
    const york = { ...params, timeZone: "America/New_York" };
    const english = await renderMail(env, row({ kind: "dashboard_figures", params: york }, "en"));
    expect(flat(english.subject)).toBe(
      "Agences · figures of November 21, 2026 at 11:12 AM, New York time",
    );
    const plain = { ...params, timeZone: "UTC" };
    const utc = await renderMail(env, row({ kind: "dashboard_figures", params: plain }));
    expect(utc.subject).toMatch(/à 16:12 UTC$/u);
  });

  it("of figures names where the mailbox ends it, for whoever gets it by a schedule", async () => {
    const once = await figuresMail({});
    expect([once.unsubscribe, once.text.includes("/unsubscribe")]).toEqual([null, false]);
    const outside = await figuresMail({ outsider: "sch_1 paul@example.com" });
    const [page = "", token = ""] = outside.link.split("#");
    expect(page).toBe("https://app.example/unsubscribe");
    expect(outside.unsubscribe).toBe(`https://app.example/mail/unsubscribe/${token}`);
    const member = await figuresMail({ member: { scheduleId: "sch_1", userId: "usr_1" } });
    expect(member.unsubscribe).toMatch(/\/mail\/unsubscribe\/[\w-]+\.[\w-]+~sch_1~usr_1$/);
    expect(member.link).toContain("/analytics/w/");
    expect(member.text).toContain(
      member.unsubscribe?.replace("/mail/unsubscribe/", "/unsubscribe#"),
    );
  });

  it("about a second factor says which, and what to do if it was somebody else", async () => {
    const passkey = await told({ kind: "passkey_added", name: "Téléphone" }, "fr");
    expect(passkey).toContain("La clé d’accès « Téléphone » ouvre maintenant");
    expect(passkey).toContain("retirez ce que vous ne reconnaissez pas");
    expect(await told({ kind: "recovery_used", left: 4 }, "en")).toContain("4 are left");
    expect(await told({ kind: "recovery_used", left: 0 }, "en")).toContain("That was the last one");
  });

  it("sets French as French is set", async () => {
    const { html } = await renderMail(env, row({ kind: "email_verify", params: {} }));
    expect(html).toContain("navigateur\u00A0:");
  });

  it("writes a name as its person does", async () => {
    const { text } = await invitation({ inviter: "Chloé O'Neil" });
    expect(text).toContain("Chloé O'Neil");
  });

  it("shows names as words, never as markup or as a link", async () => {
    const name = '<b onclick="x">';
    const { html } = await invitation({ inviter: name });
    expect(html).not.toContain("<b ");
    expect(html).toContain("&lt;b onclick=&quot;x&quot;&gt;");
    const lure = await invitation({ organization: "gagnez sur https://evil.example/x ou evil.fr" });
    expect(lure.text).not.toMatch(/evil\.(example|fr)|https:\/\/evil/u);
    expect(lure.text.replaceAll("\u200B", "")).toContain("https://evil.example/x");
  });
});
