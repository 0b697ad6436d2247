import { KEY, serveAnthropic } from "#scripts/fakes/anthropic.ts";
import { fakeAnthropic } from "#worker/integrations/anthropic/testing/fake.ts";
import { TODAY } from "./question.ts";
import { turnStreamed, turnToSay, type RecordedTurn } from "./recorded-turn.ts";
import { digestsOf } from "./recording.ts";

/** The API as one conversation after the other meets it. */
export interface Wire {
  /** The lines of `.dev.vars` by which a server on this machine asks here. */
  vars: string;
  /** Begins a conversation: `turns` are those to be replayed. */
  begin(question: string, turns: readonly RecordedTurn[]): void;
  /** What was asked and streamed since it began, and how the requests differ from those that were recorded. */
  end(): Promise<{ turns: RecordedTurn[]; differences: string[] }>;
  close: () => void;
}

/** All questions are asked on the day of the evaluation, whatever day it is: their right answers count from it. */
const onTheDay = (text: string): string =>
  text.replaceAll(/(?<=Today is )\d{4}-\d{2}-\d{2}(?= in )/g, TODAY);

type Body = Parameters<typeof digestsOf>[0];

/**
 * Streams what was recorded, turn by turn, to the client of the real API. A request that is not the recorded one is told: its answer
 * may not be what a model would have said to it. `more` are further lines for the server that asks here.
 */
export async function replayWire(more = ""): Promise<Wire> {
  let name = "";
  let turns: readonly RecordedTurn[] = [];
  let made: RecordedTurn[] = [];
  let differences: string[] = [];
  const fake = fakeAnthropic(KEY, (body) => {
    const turn = turns[made.length];
    const digests = digestsOf(body);
    if (turn === undefined) {
      differences.push(`asks for turn ${made.length + 1} of ${turns.length}`);
      return { says: [{ text: "" }] };
    }
    for (const part of ["request", "prefix"] as const)
      if (turn[part] !== digests[part]) differences.push(`${part} ${made.length + 1}`);
    made.push({ ...turn, ...digests });
    return turnToSay(turn, `${name}-${made.length}`);
  });
  const { vars, close } = await serveAnthropic(async (request) => {
    const { url, headers } = request;
    const body = onTheDay(await request.text());
    return fake.answer(new Request(url, { method: "POST", headers, body }));
  });
  return {
    vars: `${vars}\n${more}`,
    close,
    begin(question, recorded) {
      [name, turns, made, differences] = [question, recorded, [], []];
    },
    end: () => Promise.resolve({ turns: made, differences }),
  };
}

/** Passes every request on to the API at `base` and keeps what it streams. Answers that are refusals are passed on and not kept. */
export async function recordWire(base: string, key: string, model: string): Promise<Wire> {
  let made: Promise<RecordedTurn>[] = [];
  const { vars, close } = await serveAnthropic(async (request) => {
    const body = onTheDay(await request.text());
    const headers = new Headers(request.headers);
    for (const name of ["host", "content-length", "connection", "accept-encoding"])
      headers.delete(name);
    const url = new URL(new URL(request.url).pathname.slice(1), base.replace(/\/*$/, "/"));
    const answer = await fetch(url, { method: "POST", headers, body });
    const passed = new Headers(answer.headers);
    for (const name of ["content-encoding", "content-length", "transfer-encoding"])
      passed.delete(name);
    if (!answer.ok || answer.body === null)
      return new Response(answer.body, { status: answer.status, headers: passed });
    const [page, kept] = answer.body.tee();
    const digests = digestsOf(JSON.parse(body) as Body);
    const turn = new Response(kept).text().then(turnStreamed);
    made.push(turn.then((streamed) => ({ ...digests, ...streamed })));
    return new Response(page, { status: answer.status, headers: passed });
  });
  return {
    vars: `${vars}\nANTHROPIC_API_KEY="${key}"\nAI_MODEL="${model}"\n`,
    close,
    begin: () => void (made = []),
    end: async () => ({ turns: await Promise.all(made), differences: [] }),
  };
}
