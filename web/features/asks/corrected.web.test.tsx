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
import { useKept } from "./use-kept.ts";

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

// Charts and the editor need a browser.
vi.mock("#web/features/analytics/query/editor.ts", () => ({
  mountEditor: (_host: HTMLElement, { text }: { text: string }) => ({
    text: () => text,
    insert: () => undefined,
    destroy: () => undefined,
  }),
}));
vi.mock("#web/features/analytics/query/result-card.tsx", () => ({
  ResultCard: (props: { title: string }) => <section aria-label={props.title} />,
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
      fixed: [{ label: "CA", value: "montant HT" }],
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
/** What the server has saved. */
let saved: object[] = [];

beforeEach(async () => {
  session.enter(signedIn({ permissions: ["analytics.read", "analytics.ask", "analytics.write"] }));
  saved = [];
  asked = fakeServer({
    "get /questions": () => Response.json({ items: saved, nextCursor: null }),
    "get /questions/qst_1": () => Response.json(saved[0]),
    "post /questions": ({ body }) => {
      saved = [{ id: "qst_1", version: 1, ...(body as object) }];
      return Response.json(saved[0]);
    },
    "patch /questions/qst_1": ({ body }) => {
      const { version, changes } = body as { version: number; changes: object };
      saved = [{ ...saved[0], ...changes, version: version + 1 }];
      return Response.json(saved[0]);
    },
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
    const kept = useKept(() => "wsp_1", { all: () => [] });
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
        kept={kept.of(ask.exchanges[0]!)}
        onKeep={() => kept.keep(ask.exchanges[0]!)}
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
const written = () => asked.filter(({ method }) => ["post", "patch"].includes(method));

test("over SQL that the person wrote, nothing stands of what Claude said of its own; with Claude's again, all is back", async () => {
  expect(sentence()).toMatch(/Lille est en tête/);
  screen.getByText("Confiance élevée");
  // What the person had set stands with their question, whose words alone do not tell it.
  screen.getByText("Votre choix : CA = montant HT");
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
  await ask.run(0, TURNED);
  fireEvent.click(screen.getByRole("button", { name: "Retenir" }));
  await screen.findByRole("link", { name: "Question enregistrée" });
  expect(saved).toMatchObject([
    {
      question: "Quelle agence est en tête ? (CA = montant HT)",
      title: "Quelle agence est en tête ?",
      sql: TURNED,
      answer: "",
      assumptions: [],
    },
  ]);
});

test("the editor saves an answer, and then leads to what it saved", async () => {
  fireEvent.click(screen.getByRole("button", { name: "Corriger" }));
  fireEvent.click(screen.getByRole("button", { name: "Enregistrer comme question vérifiée" }));
  await vi.waitFor(() =>
    expect(screen.getAllByRole("link", { name: "Question enregistrée" })).toHaveLength(2),
  );
  expect(written()).toHaveLength(1);
  expect(screen.queryByRole("button", { name: "Enregistrer comme question vérifiée" })).toBeNull();
});

test("an answer is saved once: then the way to it stands there, and a correction takes its place until that is undone", async () => {
  fireEvent.click(screen.getByRole("button", { name: "Retenir" }));
  const link = await screen.findByRole("link", { name: "Question enregistrée" });
  expect(link.getAttribute("href")).toBe("/analytics/w/wsp_1/q/qst_1");
  expect(screen.queryByRole("button", { name: "Retenir" })).toBeNull();
  const first = { sql: OWN, title: "CA par agence", assumptions: [{ label: "CA" }] };
  expect(saved).toMatchObject([
    { ...first, answer: "**{{1.agence}}** est en tête avec {{1.ca}} €" },
  ]);

  await ask.run(0, TURNED);
  fireEvent.click(screen.getByRole("button", { name: "Mettre à jour la question enregistrée" }));
  await screen.findByText("Question « CA par agence » mise à jour avec ce SQL");
  await screen.findByRole("link", { name: "Question enregistrée" });
  expect(written().map(({ method }) => method)).toEqual(["post", "patch"]);
  expect(saved).toMatchObject([
    { sql: TURNED, title: "CA par agence", answer: "", assumptions: [] },
  ]);

  fireEvent.click(screen.getByRole("button", { name: "Annuler" }));
  await screen.findByRole("button", { name: "Mettre à jour la question enregistrée" });
  expect(saved).toMatchObject([first]);
});
