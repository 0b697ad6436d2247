import { fireEvent, screen } from "@solidjs/testing-library";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { AskConversation } from "#domain/asks/history.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import type { ReadResult } from "#web/features/analytics/engine/read.ts";
import { session } from "#web/lib/session.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { createAsk, type Ask } from "./create-ask.ts";
import { ExchangeView } from "./exchange-view.tsx";
import { saveQuestion } from "./save-question.ts";

const OWN = "SELECT agence, sum(montant_ht) AS ca FROM ventes GROUP BY 1 ORDER BY ca DESC";
const TURNED = OWN.replace("DESC", "ASC");

/** What the engine gives to each of the two. */
const GIVEN: Record<string, ReadResult["rows"]> = {
  [OWN]: [
    ["Lille", 358_717.2],
    ["Nantes", 350_646.33],
  ],
  [TURNED]: [
    ["Nantes", 350_646.33],
    ["Lille", 358_717.2],
  ],
};

vi.mock("#web/features/analytics/engine/read.ts", async (original) => ({
  ...(await original<object>()),
  runRead: (_engine: unknown, sql: string): Promise<ReadResult> =>
    Promise.resolve({
      columns: [
        { name: "agence", kind: "text" },
        { name: "ca", kind: "number" },
      ],
      rows: GIVEN[sql.trim()] ?? [],
      more: false,
      ms: 12,
    }),
}));

const CONVERSATION: AskConversation = {
  id: "ask_1",
  workspaceId: "wsp_1",
  title: "CA par agence",
  question: "Quelle agence est en tête ?",
  createdAt: "2026-11-22T09:00:00.000Z",
  updatedAt: "2026-11-22T09:00:00.000Z",
  model: "m",
  questions: [
    {
      question: "Quelle agence est en tête ?",
      fixed: [],
      at: "2026-11-22T09:00:00.000Z",
      sent: [],
      calls: [
        {
          id: "toolu_1",
          name: "final_answer",
          outcome: "done",
          input: {
            sql: OWN,
            title: "CA par agence",
            answer: "**{{1.agence}}** est en tête avec {{1.ca}} €",
            unit: "€",
            chart: null,
            assumptions: [
              { kind: "measure", label: "CA", value: "montant HT", alternatives: ["TTC"] },
            ],
            confidence: "high",
            followUps: [],
            abstained: false,
          },
        },
      ],
      said: "",
      unanswered: false,
      used: { tokens: 0, costMicros: 0 },
    },
  ],
};

let ask: Ask;
let asked: ReturnType<typeof fakeServer>;

beforeEach(async () => {
  session.enter(signedIn({ permissions: ["analytics.read", "analytics.ask", "analytics.write"] }));
  asked = fakeServer({
    "post /questions": ({ body }) =>
      Response.json({ id: "qst_1", version: 1, ...(body as object) }),
  });
  const keeper = {
    use: (work: (engine: object) => unknown) => work({}),
  } as unknown as EngineKeeper;
  renderPage(() => {
    ask = createAsk({
      workspaceId: () => "wsp_1",
      language: () => "fr",
      sources: () => [],
      keeper: () => keeper,
      post: () => Promise.reject(new Error("nothing is asked here")),
    });
    ask.open(CONVERSATION);
    return (
      <ExchangeView
        at={0}
        exchange={ask.exchanges[0]!}
        ask={ask}
        workspaceId="wsp_1"
        sources={[]}
        post={() => Promise.reject(new Error("nothing is asked here"))}
        keeper={keeper}
        canSave
        onEdit={() => undefined}
        onKeep={() => undefined}
        instead={() => null}
      />
    );
  });
  await ask.draw();
});

afterEach(() => {
  session.leave();
  vi.unstubAllGlobals();
});

const sentence = () => screen.queryByTestId("ask-answer")?.textContent ?? null;
const saved = async () => {
  await saveQuestion(ask.exchanges[0]!, { workspaceId: "wsp_1", language: "fr", sources: [] });
  return asked.at(-1)?.body;
};

test("over SQL that the person wrote, nothing stands of what Claude said of its own; with Claude's again, all is back", async () => {
  expect(sentence()).toMatch(/Lille est en tête/);
  screen.getByText("Confiance élevée");
  screen.getByRole("button", { name: /^CA = montant HT/ });

  await ask.run(0, TURNED);
  screen.getByText("SQL corrigé par vous.");
  expect(sentence()).toBeNull();
  for (const gone of [/est en tête avec/, "Confiance élevée", /aucune réparation/])
    expect(screen.queryByText(gone)).toBeNull();
  expect(screen.queryByRole("button", { name: /^CA = / })).toBeNull();
  // Claude's title told of Claude's SQL: what is drawn, saved and pinned bears the person's own words.
  screen.getByRole("region", { name: "Quelle agence est en tête ?" });

  fireEvent.click(screen.getByRole("button", { name: "Revenir au SQL de Claude" }));
  await screen.findByText("Confiance élevée");
  expect(sentence()).toMatch(/Lille est en tête/);
  screen.getByRole("button", { name: /^CA = montant HT/ });
  expect(screen.queryByText("SQL corrigé par vous.")).toBeNull();

  // Typed again, with a blank more, it is Claude's all the same.
  await ask.run(0, TURNED);
  await ask.run(0, `${OWN}\n`);
  expect(sentence()).toMatch(/Lille est en tête/);
});

test("what is saved of corrected SQL holds no sentence and no assumption", async () => {
  expect(await saved()).toMatchObject({
    sql: OWN,
    title: "CA par agence",
    answer: "**{{1.agence}}** est en tête avec {{1.ca}} €",
    assumptions: [{ label: "CA" }],
  });
  await ask.run(0, TURNED);
  expect(await saved()).toMatchObject({
    sql: TURNED,
    title: "Quelle agence est en tête ?",
    answer: "",
    assumptions: [],
  });
});
