import { fireEvent, screen } from "@solidjs/testing-library";
import { afterEach, describe, expect, it } from "vitest";
import type { Figures } from "#domain/dashboards/share/figures.ts";
import { fakeServer, problem } from "#web/lib/testing-server.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { SharedPage } from "./shared-page.tsx";

const hostile = `<img src=x onerror="alert(1)">`;
const figures: Figures = {
  title: hostile,
  filters: [`Agence : ${hostile}`],
  computedAt: "2026-11-20T08:00:00.000Z",
  widgets: [
    {
      id: `wdg_${"0".repeat(26)}`,
      title: hostile,
      kind: "table",
      text: "",
      chart: null,
      layout: { x: 0, y: 0, w: 6, h: 4 },
      columns: [
        { name: hostile, kind: "text" },
        { name: "montant", kind: "number" },
      ],
      rows: [[hostile, 1234.5]],
      more: true,
    },
    {
      id: `wdg_${"1".repeat(26)}`,
      title: "Note",
      kind: "text",
      text: `[ici](javascript:alert(1)) ${hostile}`,
      chart: null,
      layout: { x: 6, y: 0, w: 6, h: 4 },
      columns: [],
      rows: [],
      more: false,
    },
  ],
};

afterEach(() => void (location.hash = ""));

describe("a public page", () => {
  it("shows what people wrote as text, wherever it stands, and says of when the figures are", async () => {
    location.hash = "token";
    fakeServer({
      "post /shared/dashboard": () => Response.json({ organization: "Maison Vidal", figures }),
    });
    const { container } = renderUi(() => <SharedPage />);
    await screen.findByRole("heading", { level: 1, name: hostile });
    expect(screen.getByRole("cell", { name: hostile })).toBeTruthy();
    expect(container.querySelector("img")).toBeNull();
    expect(container.querySelector("a[href^='javascript']")).toBeNull();
    expect(screen.getByText(/Maison Vidal · chiffres du 20 novembre 2026/)).toBeTruthy();
    expect(screen.getByText("La première ligne")).toBeTruthy();
    expect(document.querySelector("meta[name=robots]")?.getAttribute("content")).toContain(
      "noindex",
    );
  });

  it("says what narrows the figures in the language of its reader", async () => {
    location.hash = "token";
    const filters = [{ fr: "Mois : octobre", en: "Month: October" }, "Agence : Lyon"];
    fakeServer({
      "post /shared/dashboard": () =>
        Response.json({ organization: "Maison Vidal", figures: { ...figures, filters } }),
    });
    renderUi(() => <SharedPage />, "en");
    expect(await screen.findByText("Month: October")).toBeTruthy();
    expect(screen.getByText("Agence : Lyon")).toBeTruthy();
    expect(screen.queryByText("Mois : octobre")).toBeNull();
  });

  it("says that the link opens nothing, whatever the reason", async () => {
    location.hash = "token";
    fakeServer({ "post /shared/dashboard": () => problem("dashboard.link_gone", 410) });
    renderUi(() => <SharedPage />);
    expect(await screen.findByText("Ce lien n’ouvre plus rien")).toBeTruthy();
  });

  it("asks nobody without a token", async () => {
    const calls = fakeServer({});
    renderUi(() => <SharedPage />);
    expect(await screen.findByText("Ce lien n’ouvre plus rien")).toBeTruthy();
    expect(calls).toEqual([]);
  });

  it("asks for a password, keeps what was typed while it is not the one, and shows the figures by the right one", async () => {
    location.hash = "token";
    const words: unknown[] = [];
    fakeServer({
      "post /shared/dashboard": ({ body }) => {
        const { password } = body as { password?: string };
        words.push(password);
        if (password === undefined) return problem("dashboard.link_password_needed", 403);
        if (password === "lent") return problem("request.rate_limited", 429, { seconds: 30 });
        return password === "juste"
          ? Response.json({ organization: "Maison Vidal", figures })
          : problem("dashboard.link_password_wrong", 403);
      },
    });
    renderUi(() => <SharedPage />);
    const field = await screen.findByLabelText<HTMLInputElement>("Mot de passe");
    const open = screen.getByRole("button", { name: "Ouvrir le tableau de bord" });
    fireEvent.click(open);
    expect(await screen.findByText("Écrivez le mot de passe.")).toBeTruthy();
    fireEvent.input(field, { target: { value: "faux" } });
    fireEvent.click(open);
    expect(await screen.findByText(/Ce n’est pas le mot de passe de ce lien/)).toBeTruthy();
    expect(field.value).toBe("faux");
    fireEvent.input(field, { target: { value: "lent" } });
    fireEvent.click(open);
    expect(await screen.findByText("Trop d’essais. Attendez 30 secondes.")).toBeTruthy();
    fireEvent.input(field, { target: { value: "juste" } });
    fireEvent.click(open);
    expect(await screen.findByRole("heading", { level: 1, name: hostile })).toBeTruthy();
    expect(words).toEqual([undefined, "faux", "lent", "juste"]);
  });
});
