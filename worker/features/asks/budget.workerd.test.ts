import { afterEach, expect, it, vi } from "vitest";
import { openAsking, questionOf } from "./testing.ts";
import { answers } from "./testing-answers.ts";

afterEach(() => void vi.restoreAllMocks());

// One call reserves some 10,000 tokens: two fit. All of them read the sums before any has reserved.
it.each([
  ["person", { AI_TOKENS_PERSON: "25000" }],
  ["organization", { AI_TOKENS_ORGANIZATION: "25000" }],
])("calls of the same moment don't exceed the budget of the %s together", async (of, vars) => {
  const slow = { ...answers(), pace: 40 };
  const { owner, workspaceId, send, fake } = await openAsking(() => slow, vars);
  const sent = await Promise.all(
    Array.from({ length: 6 }, () => send(owner, questionOf({ workspaceId }))),
  );
  const statuses = sent.map(({ answer }) => answer.status).toSorted((a, b) => a - b);
  expect(statuses).toEqual([200, 200, 409, 409, 409, 409]);
  for (const { answer } of sent.filter((one) => !one.answer.ok))
    expect(await answer.json()).toMatchObject({ code: "ask.budget_spent", params: { of } });
  for (const { answer } of sent.filter((one) => one.answer.ok)) await answer.text();
  await Promise.all(sent.map(({ settled }) => settled()));
  expect(fake.taken).toHaveLength(2);
});
