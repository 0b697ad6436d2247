/** A mail as the fake has taken it. */
export interface TakenMail {
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  headers?: Record<string, string>;
  attachments?: TakenAttachment[];
}

/** As the wire has it; `content` is base64. */
interface TakenAttachment {
  content: string;
  filename: string;
  content_type?: string;
  content_id?: string;
}

const BASE64 = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/;
/** All of a mail at most, as its service says. */
const MOST_BYTES = 40 * 1024 * 1024;

const broken = ({ content, filename }: TakenAttachment): boolean =>
  typeof content !== "string" || content === "" || !BASE64.test(content) || !filename;

type Fault = "429" | "500" | "html" | "hang" | "lost" | "403" | "422";

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers });
const refused = (statusCode: number, name: string, headers?: Record<string, string>) =>
  json(statusCode, { statusCode, name, message: `refused: ${name}` }, headers);

/**
 * A small Resend: POST /emails with its key check, required fields, idempotency keys and errors, one answer a request.
 * Faults are queued; `lost` takes the mail and breaks the connection.
 */
export function fakeResend(apiKey: string) {
  const taken: TakenMail[] = [];
  const keys = new Map<string, { body: string; id: string }>();
  const faults: Fault[] = [];
  let asked = 0;

  function take(key: string | null, body: string): Response {
    const before = key ? keys.get(key) : undefined;
    if (before && before.body !== body) return refused(409, "invalid_idempotent_request");
    if (before) return json(200, { id: before.id });
    const mail = JSON.parse(body) as TakenMail;
    const missing = (["from", "to", "subject"] as const).find((name) => !mail[name]);
    if (missing) return refused(422, "missing_required_field");
    if (body.length > MOST_BYTES || mail.attachments?.some(broken))
      return refused(422, "invalid_attachment");
    const id = crypto.randomUUID();
    if (key) keys.set(key, { body, id });
    taken.push(mail);
    return json(200, { id });
  }

  async function answer(request: Request): Promise<Response> {
    asked += 1;
    const fault = faults.shift();
    const { pathname } = new URL(request.url);
    const body = await request.text();
    if (fault === "hang") return new Promise<never>(() => undefined);
    if (fault === "500") return refused(500, "internal_server_error");
    if (fault === "html") return new Response("<h1>Bad gateway</h1>", { status: 502 });
    if (fault === "429") return refused(429, "rate_limit_exceeded", { "retry-after": "7" });
    if (fault === "403") return refused(403, "validation_error");
    if (fault === "422") return refused(422, "validation_error");
    if (request.method !== "POST" || pathname !== "/emails") return refused(404, "not_found");
    const given = request.headers.get("authorization");
    if (!given) return refused(401, "missing_api_key");
    if (given !== `Bearer ${apiKey}`) return refused(403, "invalid_api_key");
    const kept = take(request.headers.get("idempotency-key"), body);
    if (fault === "lost") throw new Error("connection reset");
    return kept;
  }
  return {
    taken,
    answer,
    fail: (...next: Fault[]) => void faults.push(...next),
    asked: () => asked,
  };
}
