/** What a receiver's copy of the secret begins with. */
const PREFIX = "whsec_";
const SECRET_BYTES = 24;

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** A new signing secret: `whsec_` and 24 random bytes, base64 (https://www.standardwebhooks.com). */
export function newWebhookSecret(): string {
  return PREFIX + base64(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)));
}

/**
 * The headers that prove who sent a body and when: Standard Webhooks, `v1,` and the HMAC-SHA256 of `id.timestamp.body`
 * under each secret, the present one first. `now` is in UTC milliseconds, the header in seconds.
 */
export async function signedHeaders(
  secrets: readonly string[],
  message: { id: string; body: string; now: number },
): Promise<Record<string, string>> {
  const encoder = new TextEncoder();
  const timestamp = String(Math.floor(message.now / 1000));
  const text = encoder.encode(`${message.id}.${timestamp}.${message.body}`);
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const signatures = await Promise.all(
    secrets.map(async (secret) => {
      const raw = Uint8Array.from(atob(secret.slice(PREFIX.length)), (one) => one.charCodeAt(0));
      const key = await crypto.subtle.importKey("raw", raw, algorithm, false, ["sign"]);
      return `v1,${base64(new Uint8Array(await crypto.subtle.sign("HMAC", key, text)))}`;
    }),
  );
  return {
    "content-type": "application/json",
    "user-agent": "Aetheria-Webhooks/1",
    "webhook-id": message.id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signatures.join(" "),
  };
}
