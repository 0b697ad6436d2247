import { base64url } from "#worker/platform/bytes.ts";

const COOKIE = "__Host-aetheria_device";
const VALUE = /^[\w-]{43}$/;
const DAYS_400 = 400 * 24 * 60 * 60;

/** The value by which this browser is known again, or a new one: 32 random bytes. Only its SHA-256 is stored. */
export function readDevice(request: Request): string {
  const header = request.headers.get("cookie") ?? "";
  const found = header
    .split(/;\s*/)
    .find((pair) => pair.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1);
  return found && VALUE.test(found) ? found : base64url(crypto.getRandomValues(new Uint8Array(32)));
}

/** The cookie that keeps it. It opens nothing: it only says that this browser has been used before. */
export function deviceCookie(value: string): string {
  return `${COOKIE}=${value}; Path=/; Max-Age=${DAYS_400}; HttpOnly; Secure; SameSite=Strict`;
}
