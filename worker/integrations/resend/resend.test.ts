import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OutgoingMail } from "#domain/mail/sending.ts";
import { resendSender } from "./resend.ts";
import { fakeResend } from "./testing-fake.ts";

// The real client library over real HTTP; only the other end is ours.
const KEY = "re_test_key";
const FROM = "Aetheria <bonjour@aetheria.example>";
const MAIL = {
  id: "mal_1",
  to: "claire@example.com",
  subject: "Bonjour",
  text: "Bonjour,",
  html: "<p>Bonjour,</p>",
};

let resend = fakeResend(KEY);
let server: Server;
let baseUrl: string;

async function write(outgoing: ServerResponse, answer: Response): Promise<void> {
  const kept = ["content-type", "retry-after"].flatMap((name) => {
    const value = answer.headers.get(name);
    return value ? [[name, value] as const] : [];
  });
  const text = await answer.text();
  outgoing.writeHead(answer.status, Object.fromEntries(kept)).end(text);
}

beforeAll(async () => {
  server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on("data", (part: Buffer) => parts.push(part));
    incoming.on("end", () => {
      const headers = Object.fromEntries(
        Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
      );
      const url = `http://fake${incoming.url ?? "/"}`;
      const method = incoming.method ?? "GET";
      const body = Buffer.concat(parts).toString();
      const request = new Request(url, { method, headers, body });
      void resend
        .answer(request)
        .then((answer) => write(outgoing, answer))
        .catch(() => incoming.socket.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const send = (over: { apiKey?: string; timeoutMs?: number; mail?: Partial<OutgoingMail> } = {}) => {
  const { mail, ...account } = over;
  return resendSender({ apiKey: KEY, from: FROM, baseUrl, ...account })({ ...MAIL, ...mail });
};

describe("Resend", () => {
  it("takes a mail with both its forms", async () => {
    resend = fakeResend(KEY);
    expect(await send()).toEqual({ sent: true });
    const { id: _id, ...mail } = MAIL;
    const headers = { "Auto-Submitted": "auto-generated" };
    expect(resend.taken).toEqual([{ from: FROM, ...mail, headers }]);
  });

  it("carries a picture in the mail and says where it is ended, as the wire has them", async () => {
    resend = fakeResend(KEY);
    const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47]).buffer;
    const pictures = [{ id: "figures", name: "figures.png", type: "image/png", bytes }] as const;
    const unsubscribe = "https://aetheria.example/mail/unsubscribe/t";
    expect(await send({ mail: { pictures, unsubscribe } })).toEqual({ sent: true });
    expect(resend.taken[0]).toMatchObject({
      attachments: [
        {
          content: "iVBORw==",
          filename: "figures.png",
          content_type: "image/png",
          content_id: "figures",
        },
      ],
      headers: {
        "List-Unsubscribe": `<${unsubscribe}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      },
    });
    expect(resend.taken[0]).not.toHaveProperty("unsubscribe");
  });

  it("takes a mail once whose answer was lost and that is sent again", async () => {
    resend = fakeResend(KEY);
    resend.fail("lost");
    expect(await send()).toEqual({ sent: false, error: "no answer", again: true });
    expect(await send()).toEqual({ sent: true });
    expect(resend.asked()).toBe(2);
    expect(resend.taken).toHaveLength(1);
  });

  it("has taken a mail whose wording a deployment changed meanwhile", async () => {
    resend = fakeResend(KEY);
    await send();
    expect(await send({ mail: { subject: "Autrement" } })).toEqual({ sent: true });
    expect(resend.taken).toHaveLength(1);
  });

  it.each([
    ["429", { error: "429 rate_limit_exceeded", again: true, afterMs: 7000 }],
    ["500", { error: "500 internal_server_error", again: true }],
    ["html", { error: "502 application_error", again: true }],
    ["403", { error: "403 validation_error", again: true }],
    ["422", { error: "422 validation_error", again: false }],
  ] as const)("says after a %s whether to try again", async (fault, told) => {
    resend = fakeResend(KEY);
    resend.fail(fault);
    expect(await send()).toEqual({ sent: false, ...told });
    expect(resend.taken).toEqual([]);
  });

  it("is not waited for longer than the deadline", async () => {
    resend = fakeResend(KEY);
    resend.fail("hang");
    const started = performance.now();
    expect(await send({ timeoutMs: 200 })).toEqual({
      sent: false,
      error: "no answer",
      again: true,
    });
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it("is tried again after a wrong key, which somebody will mend", async () => {
    resend = fakeResend(KEY);
    const told = { sent: false, error: "403 invalid_api_key", again: true };
    expect(await send({ apiKey: "re_wrong" })).toEqual(told);
  });
});
