import { eventStream, turnEvents, type FakeTurn, type WireUsage } from "./wire.ts";

/** A request as the fake got it. */
export interface TakenRequest {
  body: WireBody;
  text: string;
  headers: Record<string, string>;
}

interface WireBlock {
  type: string;
  text?: string;
  id?: string;
  tool_use_id?: string;
  content?: unknown;
  is_error?: boolean;
}

interface WireBody {
  model: string;
  max_tokens: number;
  system: { type: string; text: string; cache_control?: unknown }[];
  tools?: { name: string }[];
  messages: { role: string; content: WireBlock[] }[];
  [other: string]: unknown;
}

/** What the fake does next, before it says anything else. */
export interface FakeFault {
  status: number;
  type: string;
  retryAfter?: string;
}

/** Says what to answer to a conversation that stands so. */
export type Script = (body: WireBody) => FakeTurn;

/** Parameters that this generation of models refuses. */
const REFUSED = ["temperature", "top_p", "top_k"];

/** Why the API would refuse a request; null where it would not. */
function wrongWith(body: WireBody): string | null {
  for (const name of REFUSED) if (name in body) return `${name} is not supported`;
  const thinking = body["thinking"] as { type?: string } | undefined;
  if (thinking?.type === "disabled" || thinking?.type === "enabled")
    return `thinking.type.${thinking.type} is not supported for this model`;
  const choice = body["tool_choice"] as { type?: string } | undefined;
  if (choice?.type === "any" || choice?.type === "tool") return "tool_choice forces tool use";
  const { role: speaker } = body.messages.at(-1) ?? {};
  if (speaker !== "user") return "prefill is not supported";
  let open: (string | undefined)[] = [];
  for (const { role: who, content } of body.messages) {
    const answered = content.filter(({ type }) => type === "tool_result");
    if (answered.some(({ tool_use_id }) => !open.includes(tool_use_id)))
      return "unexpected tool_use_id found in tool_result blocks";
    if (who === "user" && open.some((id) => !answered.some((one) => one.tool_use_id === id)))
      return "tool_use ids were found without tool_result blocks";
    open = content.filter(({ type }) => type === "tool_use").map(({ id }) => id);
  }
  return null;
}

function problem(status: number, type: string, message: string, retryAfter?: string): Response {
  return Response.json(
    { type: "error", error: { type, message }, request_id: "req_fake" },
    { status, headers: retryAfter === undefined ? {} : { "retry-after": retryAfter } },
  );
}

const tokens = (letters: number): number => Math.ceil(letters / 4);

const marked = (block: { cache_control?: unknown } | undefined): boolean =>
  block?.cache_control !== undefined;

/**
 * The Messages API in small: it refuses what the real one refuses, streams what the script says, and counts what of the prefix it has
 * seen before, to the byte. Whoever asks shows the key.
 */
export function fakeAnthropic(key: string, script: Script) {
  const taken: TakenRequest[] = [];
  const faults: FakeFault[] = [];
  const cached = new Set<string>();
  let said = script;

  /** What is read from the cache, by prefixes that end at a mark. */
  function usageOf(body: WireBody): WireUsage {
    const parts = [JSON.stringify(body.tools ?? [])];
    let prefix = "";
    let read = 0;
    let written = 0;
    const step = (text: string, mark: boolean): void => {
      prefix += text;
      if (!mark) return;
      if (cached.has(prefix)) read = prefix.length;
      else {
        cached.add(prefix);
        written = prefix.length;
      }
    };
    step(parts.join(""), false);
    for (const block of body.system) step(block.text, marked(block));
    body.messages.forEach((message, at) => {
      const last = at === body.messages.length - 1;
      step(JSON.stringify(message), last && marked(body as { cache_control?: unknown }));
    });
    return {
      input_tokens: tokens(prefix.length - Math.max(read, written)),
      cache_read_input_tokens: tokens(read),
      cache_creation_input_tokens: tokens(Math.max(0, written - read)),
    };
  }

  async function answer(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname !== "/v1/messages") return problem(404, "not_found_error", "Not found");
    const shown = request.headers.get("x-api-key") ?? request.headers.get("authorization");
    if (shown !== key && shown !== `Bearer ${key}`)
      return problem(401, "authentication_error", "invalid x-api-key");
    const text = await request.text();
    const body = JSON.parse(text) as WireBody;
    taken.push({ body, text, headers: Object.fromEntries(request.headers) });
    const fault = faults.shift();
    if (fault) return problem(fault.status, fault.type, "No.", fault.retryAfter);
    const wrong = wrongWith(body);
    if (wrong !== null) return problem(400, "invalid_request_error", wrong);
    const turn = said(body);
    const id = `msg_${taken.length}`;
    const about = { id, model: body.model, usage: usageOf(body), turn: taken.length };
    return new Response(eventStream(turnEvents(turn, about), turn), {
      headers: { "content-type": "text/event-stream", "request-id": `req_${taken.length}` },
    });
  }

  return {
    answer,
    taken,
    /** The next request meets this instead. */
    fail: (fault: FakeFault) => void faults.push(fault),
    play: (next: Script) => void (said = next),
  };
}
