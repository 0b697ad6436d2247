import { afterEach, describe, expect, it, vi } from "vitest";
import { AskConversation } from "#domain/asks/history.ts";
import { newId } from "#domain/ids.ts";
import type { TestPerson } from "#worker/platform/testing.ts";
import { eventOf, openAsking, questionOf } from "./testing.ts";
import { answers, asks, FAILED, FINAL, looks, RESULT } from "./testing-answers.ts";

afterEach(() => void vi.restoreAllMocks());

const read = async (person: TestPerson, id: string) =>
  (await person.call(`get /ai/asks/${id}`)).json<AskConversation>();
const listed = async (person: TestPerson, query = "") =>
  (
    await (
      await person.call(`get /ai/asks${query}`)
    ).json<{ items: { id: string; title: string }[] }>()
  ).items;

describe("a conversation that is opened again", () => {
  it("is there question by question, with what was sent word for word and what it used", async () => {
    const { owner, workspaceId, ask } = await openAsking((body) =>
      body.messages.length === 1 ? looks("SELECT count(*) FROM ventes") : answers(),
    );
    const fixed = [{ label: "CA", value: "montant HT" }];
    const first = await ask(owner, questionOf({ workspaceId, fixed }));
    const askId = eventOf(first, "start").askId ?? "";
    const { id: callId } = eventOf(first, "call");
    const second = await ask(owner, {
      kind: "results",
      askId,
      results: [{ callId, output: RESULT }],
    });
    const shown = [{ callId: eventOf(second, "call").id, output: RESULT }];
    const next = questionOf({ workspaceId, askId, question: "Et par mois ?", results: shown });
    const third = await ask(owner, next);
    const again = AskConversation.parse(await read(owner, askId));
    const sent = [first, second].flatMap((events) => eventOf(events, "start").sent);
    const counted = [first, second].map((events) => eventOf(events, "usage").counted);
    expect(again).toMatchObject({ id: askId, title: FINAL.title, question: "Et par mois ?" });
    expect(again.questions).toMatchObject([
      {
        question: questionOf({ workspaceId }).question,
        fixed,
        sent,
        unanswered: false,
        calls: [
          { name: "run_sql", outcome: "done" },
          { name: "final_answer", input: FINAL, outcome: "done" },
        ],
        used: { tokens: counted[0]! + counted[1]! },
      },
      { question: "Et par mois ?", sent: eventOf(third, "start").sent },
    ]);
    expect(again.questions[1]?.calls).toMatchObject([{ name: "final_answer", outcome: "open" }]);
  });

  it("can be gone on with: a question to the person waits for its answer, a failed call is told", async () => {
    const { owner, workspaceId, ask } = await openAsking((body) =>
      body.messages.length === 3 ? asks : answers(),
    );
    const events = await ask(owner, questionOf({ workspaceId }));
    const askId = eventOf(events, "start").askId ?? "";
    const results = [{ callId: eventOf(events, "call").id, output: FAILED }];
    await ask(owner, { kind: "results", askId, results });
    const [question] = (await read(owner, askId)).questions;
    expect(question?.calls).toMatchObject([
      { name: "final_answer", outcome: "failed" },
      { name: "ask_user", outcome: "open" },
    ]);
    const callId = question?.calls.at(-1)?.id ?? "";
    const output = { kind: "choice" as const, text: "HT" };
    const on = await ask(owner, { kind: "results", askId, results: [{ callId, output }] });
    expect(eventOf(on, "call").name).toBe("final_answer");
  });

  it("whose turn was refused says that nothing answers it", async () => {
    const { owner, workspaceId, ask } = await openAsking(() => ({ says: [], stop: "refusal" }));
    const askId = eventOf(await ask(owner, questionOf({ workspaceId })), "start").askId ?? "";
    expect((await read(owner, askId)).questions).toMatchObject([{ unanswered: true, calls: [] }]);
  });

  it("is one's own: to others, and to owners, there is none", async () => {
    const { organization, owner, workspaceId, ask } = await openAsking(() => answers());
    const lucas = await organization.join("member");
    const askId = eventOf(await ask(lucas, questionOf({ workspaceId })), "start").askId ?? "";
    for (const id of [askId, newId("ask")]) {
      const refused = await owner.call(`get /ai/asks/${id}`);
      expect(refused.status).toBe(404);
      expect(await refused.json()).toMatchObject({ code: "ask.not_found" });
    }
    expect(await listed(owner)).toEqual([]);
    expect(await listed(lucas)).toHaveLength(1);
  });
});

describe("the history", () => {
  it("lists a workspace's conversations under their answer's title, newest first, and finds them by any question", async () => {
    const { owner, workspaceId, ask } = await openAsking(() => answers());
    const begin = async (question: string) =>
      eventOf(await ask(owner, questionOf({ workspaceId, question })), "start").askId ?? "";
    const one = await begin("Où va le chiffre d’affaires ?");
    const two = await begin("Combien d’avoirs à Évian ?");
    await ask(owner, questionOf({ workspaceId, askId: one, question: "Et la marge ?" }));
    // The first answer was closed by the next question, without telling what its query gave.
    const { questions } = AskConversation.parse(await read(owner, one));
    expect(questions.map(({ sent }) => sent.at(-1)?.kind)).toEqual(["question", "question"]);
    const at = `?workspace=${workspaceId}`;
    expect((await listed(owner, at)).map(({ id }) => id)).toEqual([two, one]);
    expect((await listed(owner, `${at}&q=evian`)).map(({ id }) => id)).toEqual([two]);
    expect((await listed(owner, `${at}&q=MARGE%20chiffre`)).map(({ id }) => id)).toEqual([one]);
    expect(await listed(owner, `${at}&q=%25`)).toEqual([]);
    expect(await listed(owner, `?workspace=${newId("wsp")}`)).toEqual([]);
    const page = await owner.call(`get /ai/asks${at}&limit=1`);
    const { items, nextCursor } = await page.json<{
      items: { title: string }[];
      nextCursor: string;
    }>();
    expect(items).toMatchObject([{ id: two, title: FINAL.title }]);
    expect((await listed(owner, `${at}&cursor=${nextCursor}`)).map(({ id }) => id)).toEqual([one]);
  });
});
