import { describe, expect, it } from "vitest";
import { newId } from "#domain/ids.ts";
import { normaliser } from "./normalise.ts";

/** A page as a run at that instant makes it. */
function page(now: string): string {
  const [client, board] = [newId("cli"), newId("brd")];
  const text = `${client} ${board} ${client} ${now} ${now.slice(0, 10)} "ms": 12 due 2030-01-15`;
  return normaliser(new Date(now))(text);
}

describe("normaliser", () => {
  it("gives the same page for another run on another day", () => {
    const first = page("2026-11-21T12:00:00.000Z");
    expect(page("2027-03-02T08:30:00.123Z")).toBe(first);
    expect(first).toContain("2030-01-15");
  });

  it("keeps different records apart", () => {
    const [one, two] = normaliser()(`${newId("cli")} ${newId("cli")}`).split(" ");
    expect(one).not.toBe(two);
  });

  it("shows no key, code or recovery code that worked", () => {
    const text =
      '"key": "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" "code":"123456" 0123a-1bcde-fghjk-mnpqr-stvwxy';
    const shown = '"key": "JBSWY3DPEHPK3PXP…" "code":"287082" 7k2mq-…';
    expect(normaliser()(text)).toBe(shown);
    expect(normaliser()(String.raw`{\"code\":\"123456\"}`)).toBe(String.raw`{\"code\":\"287082\"}`);
  });

  it("shows no secret of a webhook, nor when and how long it was called", () => {
    const text = `whsec_${"Ab+/".repeat(8)} "webhook-timestamp": "1795293426" "duration": 54`;
    const shown = 'whsec_… "webhook-timestamp": "1795510800" "duration": 12';
    expect(normaliser()(text)).toBe(shown);
  });

  it("cuts what a passkey signed, and names no machine for it", () => {
    const text = `"signature":"${"A".repeat(60)}" "rpId": "127.0.0.1" "id": "cle_short"`;
    expect(normaliser()(text)).toBe('"signature":"…" "rpId": "app.exemple.fr" "id": "cle_short"');
  });

  it("cuts tokens", () => {
    const text = normaliser()(
      `"token": "${"x".repeat(43)}" "hint": "a1B2" eyJhbGciOi.eyJzaWQ.c2ln`,
    );
    expect(text).toBe('"token": "…" "hint": "x9Zq" eyJhbGciOi…');
  });
});
