import { fireEvent, screen, within } from "@solidjs/testing-library";
import { describe, expect, it, vi } from "vitest";
import { glossaryText } from "#domain/asks/prompt.ts";
import type { AskSource } from "#domain/asks/source.ts";
import type { Answer } from "#web/features/analytics/query/answer.ts";
import { SqlRefused } from "#web/features/analytics/engine/read.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { press, renderUi } from "#web/ui/testing.tsx";
import { AnswerWords } from "./answer-words.tsx";
import { ChoiceCard } from "./choice-card.tsx";
import { ConfidenceMark } from "./confidence-mark.tsx";
import { ConsentCard } from "./consent-card.tsx";
import { newExchange, type Exchange, type Trouble } from "./exchange.ts";
import { QuestionBar } from "./question-bar.tsx";
import { SentPanel } from "./sent-panel.tsx";
import { TroubleNote } from "./trouble-note.tsx";

type Source = Pick<AskSource, "origin" | "rows">;

const plain = (text: string | null | undefined) => (text ?? "").replace(/[\u00a0\u202f]/g, " ");

const RESULT: Answer = {
  columns: [
    { name: "agence", kind: "text" },
    { name: "ca", kind: "number" },
  ],
  rows: [
    ["Lyon", 182140.2],
    ["Annecy", 12],
  ],
  more: false,
  ms: 12,
  sql: "SELECT 1",
  chart: null,
};

describe("an answer", () => {
  it.each([
    ["fr", "182 140,20"],
    ["en", "182,140.20"],
  ] as const)("writes the result's figures as %s does", (language, figure) => {
    renderUi(
      () => <AnswerWords text="**{{1.agence}}** : {{1.ca}}" result={RESULT} unit="" />,
      language,
    );
    expect(plain(screen.getByTestId("ask-answer").textContent)).toBe(`Lyon : ${figure}`);
  });

  it("makes no link, image or markup of anything that is said or stands in a cell", () => {
    const hostile: Answer = { ...RESULT, rows: [['<img src="//evil.test">', 1]] };
    const text = "[ici](https://evil.test) ![x](//evil.test) {{1.agence}} <a href=x>y</a>";
    const { container } = renderUi(() => <AnswerWords text={text} result={hostile} unit="" />);
    expect(container.querySelectorAll("a, img, script, style, iframe")).toHaveLength(0);
    expect(container.textContent).not.toContain("https:");
  });
});

describe("trouble", () => {
  it("says what the last query failed of, the database's own words behind it, and puts the question back", () => {
    const error = new SqlRefused(
      { code: "unknown-column", name: "mrge", candidates: [] },
      'Binder Error: Referenced column "mrge" not found',
    );
    const edit = vi.fn<() => void>();
    renderUi(() => (
      <TroubleNote
        trouble={{ kind: "end", end: "repairs" }}
        refused={{ sql: "SELECT mrge FROM ventes", error }}
        onAgain={() => undefined}
        onEdit={edit}
      />
    ));
    expect(screen.getByText("Ce qui a échoué").closest("details")?.open).toBe(false);
    expect(screen.getByText(/« mrge »/)).toBeTruthy();
    expect(screen.getByText(error.message)).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Reformuler" }));
    expect(edit).toHaveBeenCalledOnce();
  });

  const end = (one: Extract<Trouble, { kind: "end" }>["end"]): Trouble => ({
    kind: "end",
    end: one,
  });
  const fault = (one: Extract<Trouble, { kind: "fault" }>["fault"]): Trouble => ({
    kind: "fault",
    fault: one,
    seconds: 30,
  });
  const spent = { of: "person", renews: "2026-12-01" };
  it.each<[string, Trouble, RegExp, "Continuer" | "Réessayer"]>([
    ["a cut", end("cut"), /coupée en route/, "Continuer"],
    ["too long", end("max_tokens"), /dépassé sa longueur/, "Continuer"],
    ["a refusal", end("refusal"), /a refusé/, "Réessayer"],
    ["repairs", end("repairs"), /trois réparations/, "Réessayer"],
    ["429", fault("limited"), /Réessayez dans 30 s/, "Réessayer"],
    ["529", fault("overloaded"), /surchargé/, "Réessayer"],
    ["401", fault("key"), /refuse l’accès d’Aetheria/, "Réessayer"],
    [
      "an engine that is gone",
      { kind: "engine", error: null },
      /fichiers sont intacts/,
      "Réessayer",
    ],
    [
      "a spent budget",
      { kind: "problem", error: new ApiProblem("ask.budget_spent", 409, spent) },
      /budget de jetons/,
      "Réessayer",
    ],
    [
      "no network",
      { kind: "problem", error: new ApiProblem("network.offline", 0) },
      /hors ligne|connexion/i,
      "Réessayer",
    ],
  ])("by %s says what happened and how to go on", (_name, trouble, words, action) => {
    const onAgain = vi.fn();
    renderUi(() => <TroubleNote trouble={trouble} onAgain={onAgain} />);
    expect(plain(screen.getByRole("alert").textContent)).toMatch(words);
    fireEvent.click(screen.getByRole("button", { name: action }));
    expect(onAgain).toHaveBeenCalledOnce();
  });
});

describe("what was sent", () => {
  const FILE = { origin: "device", rows: 1248 } as const;
  const panel = (exchange: Exchange | undefined, sources: readonly Source[] = [FILE]) =>
    renderUi(() => (
      <SentPanel
        exchange={exchange}
        askId="ask_1"
        sources={sources}
        rowsAllowed={false}
        onAllow={() => undefined}
        onClose={() => undefined}
      />
    ));

  it("is there word for word, with its size", () => {
    const sent = [
      { kind: "schema" as const, text: "é".repeat(300) },
      { kind: "question" as const, text: "Today is 2026-11-22.\nQuestion: Le CA ?" },
      { kind: "glossary" as const, text: glossaryText("") },
    ];
    panel({ ...newExchange("Le CA ?", []), sent });
    const parts = within(screen.getByTestId("sent-parts")).getAllByRole("listitem");
    expect(parts.map((part) => part.querySelector("pre")?.textContent)).toEqual(
      sent.map(({ text }) => text),
    );
    expect(plain(parts[0]?.textContent)).toContain("600 octets");
    expect(plain(parts[1]?.textContent)).toContain("Votre question, la date et la langue38 octets");
    // Nobody has written one: that this is said in so many bytes would tell that there is one.
    expect(plain(parts[2]?.textContent)).toMatch(/^Glossaire de l’entrepriseaucun/);
    expect(screen.getByText("0 ligne de votre fichier")).toBeTruthy();
    expect(plain(document.body.textContent)).toContain("sur 1 248. Le calcul");
  });

  it("calls several sources, or one that is no file of theirs, by what they are", () => {
    const all = [FILE, { origin: "organization", rows: 5524 }] as const;
    panel(undefined, all);
    expect(screen.getByText("0 ligne de vos données")).toBeTruthy();
    expect(plain(document.body.textContent)).toContain("sur 6 772 dans 2 sources.");
  });

  it("counts rows that went out by consent", () => {
    const text = '4 rows. Columns:\n"a" text\n2 rows that the person chose to show:\n["x"]\n["y"]';
    panel({ ...newExchange("?", []), sent: [{ kind: "rows", text }] });
    expect(plain(document.body.textContent)).toContain("2 lignes envoyées avec votre accord");
  });
});

describe("the person is asked", () => {
  it("with choices and room for another answer", () => {
    const onChoose = vi.fn();
    renderUi(() => (
      <ChoiceCard question="HT ou TTC ?" choices={["HT", "TTC"]} onChoose={onChoose} />
    ));
    fireEvent.click(screen.getByRole("button", { name: "TTC" }));
    const own = screen.getByRole("textbox", { name: "Autre réponse" });
    fireEvent.input(own, { target: { value: "HT, sans avoirs" } });
    fireEvent.click(screen.getByRole("button", { name: "Répondre" }));
    expect(onChoose.mock.calls).toEqual([["TTC"], ["HT, sans avoirs"]]);
  });

  it("before rows go out, with the very rows", () => {
    const onAnswer = vi.fn();
    renderUi(() => (
      <ConsentCard columns={["client", "montant"]} rows={[["Dupont", 12]]} onAnswer={onAnswer} />
    ));
    expect(screen.getByRole("cell", { name: "Dupont" })).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Ne pas envoyer" }));
    fireEvent.click(screen.getByRole("button", { name: "Envoyer ces lignes" }));
    expect(onAnswer.mock.calls).toEqual([[false], [true]]);
  });
});

describe("the bar", () => {
  const bar = (busy: boolean) => {
    const onSend = vi.fn<(question: string) => void>();
    const onStop = vi.fn();
    renderUi(() => (
      <QuestionBar
        placeholder="Poser une question sur ventes"
        model="Sonnet 5.5"
        busy={busy}
        able
        last="La dernière ?"
        given={undefined}
        onSend={onSend}
        onStop={onStop}
      />
    ));
    return { onSend, onStop, field: screen.getByRole<HTMLTextAreaElement>("textbox") };
  };

  it("sends by Enter, breaks the line by Shift, and brings the last question back by the arrow", () => {
    const { onSend, field } = bar(false);
    field.focus();
    press("ArrowUp");
    expect(field.value).toBe("La dernière ?");
    press("Enter", { shiftKey: true });
    expect(onSend).not.toHaveBeenCalled();
    press("Enter");
    expect(onSend).toHaveBeenCalledWith("La dernière ?");
    expect(field.value).toBe("");
  });

  it("holds the question that an address brings, ready to be sent", () => {
    const onSend = vi.fn<(question: string) => void>();
    renderUi(() => (
      <QuestionBar
        placeholder="Poser une question"
        model="Sonnet 5.5"
        busy={false}
        able
        last={undefined}
        given={{ text: "Et en 2025 ?" }}
        onSend={onSend}
        onStop={() => undefined}
      />
    ));
    expect(screen.getByRole<HTMLTextAreaElement>("textbox").value).toBe("Et en 2025 ?");
    press("Enter");
    expect(onSend).toHaveBeenCalledWith("Et en 2025 ?");
  });

  it("keeps what is typed while an answer comes, which can be stopped", () => {
    const { onSend, onStop, field } = bar(true);
    fireEvent.input(field, { target: { value: "Et par mois ?" } });
    field.focus();
    press("Enter");
    expect([onSend.mock.calls.length, field.value]).toEqual([0, "Et par mois ?"]);
    fireEvent.click(screen.getByRole("button", { name: "Arrêter" }));
    expect(onStop).toHaveBeenCalledOnce();
  });
});

it.each([
  ["high", "Confiance élevée"],
  ["medium", "Confiance moyenne"],
  ["low", "Confiance faible"],
] as const)("confidence %s stands in words, not in colour alone", (level, words) => {
  renderUi(() => <ConfidenceMark level={level} />);
  expect(screen.getByText(words)).toBeTruthy();
});
