import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { newWebhookSecret, signedHeaders } from "./sign.ts";

const body = JSON.stringify({
  type: "client.created",
  data: { company: "Société Générale d’Été" },
});
const id = "msg_1";

describe("a signature", () => {
  it("holds for the library that receivers use, and for no other body, id, time or secret", async () => {
    const secret = newWebhookSecret();
    const headers = await signedHeaders([secret], { id, body, now: Date.now() });
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: "client.created" });
    const later = String(Number(headers["webhook-timestamp"]) + 1);
    const wrong = "No matching signature found";
    const verify = (over: Record<string, string>, text = body, key = secret) =>
      new Webhook(key).verify(text, { ...headers, ...over });
    expect(() => verify({}, `${body} `)).toThrow(wrong);
    expect(() => verify({ "webhook-id": "msg_2" })).toThrow(wrong);
    expect(() => verify({ "webhook-timestamp": later })).toThrow(wrong);
    expect(() => verify({}, body, newWebhookSecret())).toThrow(wrong);
  });

  it("is that of the specification's example", async () => {
    const [secret, payload] = ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", '{"test": 2432232314}'];
    const message = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", body: payload, now: 1_614_265_330_000 };
    const headers = await signedHeaders([secret], message);
    expect(headers["webhook-signature"]).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    expect(headers["webhook-timestamp"]).toBe("1614265330");
  });

  it("stands once for each secret while two hold", async () => {
    const [a, b] = [newWebhookSecret(), newWebhookSecret()];
    const headers = await signedHeaders([a, b], { id, body, now: Date.now() });
    for (const one of [a, b]) expect(new Webhook(one).verify(body, headers)).toBeDefined();
    expect(new Set([a, b]).size).toBe(2);
  });
});
