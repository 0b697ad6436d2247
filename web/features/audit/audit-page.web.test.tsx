import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { QueryClientProvider } from "@tanstack/solid-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { AuditEntry } from "#domain/audit/model.ts";
import { LiveProvider } from "#web/lib/live.tsx";
import { PageProvider, usePageSlots } from "#web/lib/page.tsx";
import { createQueries } from "#web/lib/query-cache.ts";
import { session } from "#web/lib/session.ts";
import { neverLive } from "#web/lib/testing-page.tsx";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { onPhone, renderUi } from "#web/ui/testing.tsx";
import { AuditPage } from "./audit-page.tsx";

beforeEach(() => session.enter(signedIn()));
afterEach(() => session.leave());

const OWNER = "usr_01K00000000000000000000001";

function entry(fields: Partial<AuditEntry> = {}): AuditEntry {
  return {
    id: 7,
    at: new Date().toISOString(),
    actor: { id: OWNER, name: "Hugo Perrin", kind: "person" },
    action: "client.updated",
    entity: "client",
    entityId: "cli_01K00000000000000000000001",
    label: "Mairie de Lyon",
    containerId: null,
    changes: [
      { field: "estimatedMinor", before: null, after: 5_200_000 },
      { field: "ownerId", before: null, after: OWNER },
    ],
    requestId: "req_1",
    address: "203.0.113.7",
    ...fields,
  };
}

const items =
  (list: unknown[], nextCursor: string | null = null) =>
  () =>
    Response.json({ items: list, nextCursor });

/** Where the frame takes the page's own buttons. */
function Actions() {
  const { setActions } = usePageSlots();
  return <div data-actions ref={setActions} />;
}

function show(
  answers: Parameters<typeof fakeServer>[0],
  address = "/audit",
  queries = createQueries(),
) {
  const asked = fakeServer({
    "get /audit/names": items([{ id: OWNER, name: "Hugo Perrin" }]),
    "get /audit/actors": items([{ id: OWNER, name: "Hugo Perrin" }]),
    ...answers,
  });
  const history = createMemoryHistory();
  history.set({ value: address });
  renderUi(() => (
    <QueryClientProvider client={queries}>
      <LiveProvider since={null} deps={neverLive}>
        <PageProvider>
          <Actions />
          <MemoryRouter history={history}>
            <Route path="*" component={AuditPage} />
          </MemoryRouter>
        </PageProvider>
      </LiveProvider>
    </QueryClientProvider>
  ));
  return { asked, history };
}

describe("AuditPage", () => {
  it("tells who did what to what, and opens to the differences in words", async () => {
    show({ "get /audit": items([entry()]) });
    const row = await screen.findByRole("button", { name: /Client modifié Mairie de Lyon/ });
    expect(screen.getByText("Hugo Perrin")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Mairie de Lyon" }).getAttribute("href")).toMatch(
      /^\/clients\/cli_/,
    );
    fireEvent.click(row);
    expect(row.getAttribute("aria-expanded")).toBe("true");
    expect(await screen.findByRole("rowheader", { name: "Montant estimé" })).toBeTruthy();
    expect(screen.getByText("52 000,00 €")).toBeTruthy();
    expect(await screen.findByRole("cell", { name: /Hugo Perrin/ })).toBeTruthy();
    expect(screen.getByText("203.0.113.7")).toBeTruthy();
  });

  it("leaves an open row open, with the focus, while the log is read again", async () => {
    const rows = [entry()];
    const queries = createQueries();
    show({ "get /audit": () => items(rows)() }, "/audit", queries);
    const row = await screen.findByRole("button", { name: /Client modifié Mairie de Lyon/ });
    row.focus();
    fireEvent.click(row);
    rows.unshift(entry({ id: 8, label: "Port" }));
    void queries.invalidateQueries({ queryKey: ["audit", "list"] });
    await screen.findByRole("button", { name: /Client modifié Port/ });
    expect(document.activeElement).toBe(row);
    expect(row.getAttribute("aria-expanded")).toBe("true");
  });

  it("shows a long text as far as there is room, and all of it on demand", async () => {
    const text = `${"abcdefghi ".repeat(50)}fin`;
    const changes = [{ field: "notes", before: "court", after: text }];
    show({ "get /audit": items([entry({ changes })]) });
    fireEvent.click(await screen.findByRole("button", { name: /Client modifié/ }));
    expect(screen.queryByText(/fin$/)).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Tout afficher" }));
    expect(screen.getByText(/fin$/)).toBeTruthy();
  });

  it("asks for what the address says, and drops conditions from it", async () => {
    const { asked, history } = show({ "get /audit": items([]) }, "/audit?entity=client&q=lyon");
    expect(await screen.findByText("Aucune ligne ne correspond")).toBeTruthy();
    const query = asked.find(({ path }) => path.startsWith("/audit?"))?.path ?? "";
    expect(new URLSearchParams(query.split("?")[1]).get("entity")).toBe("client");
    expect(new URLSearchParams(query.split("?")[1]).get("q")).toBe("lyon");
    fireEvent.click(screen.getAllByRole("button", { name: "Retirer les filtres" })[0]!);
    await waitFor(() => expect(history.get()).toBe("/audit"));
  });

  it("moves from row to row by arrows", async () => {
    show({ "get /audit": items([entry(), entry({ id: 6, label: "Port" })]) });
    const first = await screen.findByRole("button", { name: /Mairie de Lyon/ });
    first.focus();
    fireEvent.keyDown(first, { key: "ArrowDown" });
    expect(document.activeElement?.getAttribute("aria-label")).toMatch(/Port/);
    fireEvent.keyDown(document.activeElement!, { key: "Home" });
    expect(document.activeElement).toBe(first);
  });

  const stretch = (more: object) => () =>
    Response.json({
      checked: 1234,
      unsealed: 0,
      findings: [],
      sealedUpTo: { id: 1234, at: "2026-11-24T16:08:00.000Z" },
      span: { from: 1, upTo: 1234 },
      next: null,
      ...more,
    });

  it("says that the chain is intact, and up to when", async () => {
    show({ "get /audit": items([entry()]), "post /audit/verify": stretch({}) });
    fireEvent.click(await screen.findByRole("button", { name: "Vérifier" }));
    expect(
      await screen.findByText(/^Chaîne intacte : 1 234 lignes, scellées jusqu’au 24 nov/),
    ).toBeTruthy();
  });

  it("names the rows that were tampered with", async () => {
    const findings = [
      { kind: "changed", id: 13, upTo: 13 },
      { kind: "missing", id: 20, upTo: 22 },
    ];
    show({ "get /audit": items([entry()]), "post /audit/verify": stretch({ findings }) });
    fireEvent.click(await screen.findByRole("button", { name: "Vérifier" }));
    expect(await screen.findByText("Le journal a été altéré à 2 endroits.")).toBeTruthy();
    expect(screen.getByText(/^Ligne 13 : son contenu/)).toBeTruthy();
    expect(screen.getByText("Lignes 20 à 22 : effacées")).toBeTruthy();
  });

  it("shows the access log with what an export held", async () => {
    const { at, actor, requestId, address } = entry();
    const access = { id: 3, at, actor, requestId, address, action: "clients.exported" };
    const detail = { language: "fr", stage: "signed,dev" };
    show({ "get /audit/access": items([{ ...access, detail }]) }, "/audit?tab=access");
    fireEvent.click(await screen.findByRole("button", { name: /Clients exportés/ }));
    expect(await screen.findByText("Signé, En étude")).toBeTruthy();
  });

  it("shows how the members signed in, with device, place and address", async () => {
    const { at, actor, requestId, address } = entry();
    const id = "aev_01K00000000000000000000001";
    const from = { device: "Firefox · Linux", place: "DE", address };
    const row = { id, at, actor, requestId, action: "sign_in.failed", ...from };
    const { asked } = show(
      { "get /audit/sign-ins": items([row]) },
      "/audit?tab=sign-ins&q=allemagne&entity=client",
    );
    fireEvent.click(await screen.findByRole("button", { name: /Essai de connexion refusé Hugo/ }));
    expect(screen.getAllByText("Firefox · Linux · Allemagne").length).toBeGreaterThan(0);
    expect(screen.getByText("203.0.113.7")).toBeTruthy();
    expect(screen.getByText(/Chaque lecture de cette liste est notée/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Vérifier" })).toBeNull();
    const query = asked.find(({ path }) => path.startsWith("/audit/sign-ins?"))?.path ?? "";
    expect(Object.fromEntries(new URLSearchParams(query.split("?")[1]))).toEqual({
      q: "allemagne",
      limit: "50",
    });
  });

  it("names a role of the start in the language of the page", async () => {
    const roleId = "rol_01K00000000000000000000001";
    show({
      "get /audit": items([
        entry({ action: "role.updated", entity: "role", entityId: roleId, label: "member" }),
        entry({ id: 6, changes: [{ field: "roleId", before: null, after: roleId }] }),
      ]),
      "get /audit/names": items([{ id: roleId, name: "viewer" }]),
    });
    await screen.findByRole("button", { name: /Rôle modifié Membre/ });
    fireEvent.click(screen.getByRole("button", { name: /Client modifié/ }));
    expect(await screen.findByRole("cell", { name: /Lecteur/ })).toBeTruthy();
  });

  it("has no button floating over its rows on a phone", async () => {
    onPhone();
    show({ "get /audit": items([entry()]) });
    const verify = await screen.findByRole("button", { name: "Vérifier" });
    expect(verify.closest("[data-actions]")).toBeNull();
    vi.unstubAllGlobals();
  });

  it("says what went wrong, with the number of the request", async () => {
    show({ "get /audit": () => problem("organization.unavailable", 503) });
    expect(
      await screen.findByRole("button", { name: "Réessayer" }, { timeout: 8000 }),
    ).toBeTruthy();
  });
});
