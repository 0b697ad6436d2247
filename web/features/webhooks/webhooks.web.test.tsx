import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, describe, expect, it } from "vitest";
import type { DeliveryDetail } from "#domain/webhooks/deliveries.ts";
import type { Webhook } from "#domain/webhooks/model.ts";
import { DEFAULT_ROLES } from "#domain/permissions.ts";
import { session } from "#web/lib/session.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { WebhooksPage } from "./webhooks-page.tsx";

afterEach(() => session.leave());

const AT = "2026-11-24T09:00:00.000Z";
const accounting: Webhook = {
  id: "whk_1",
  version: 3,
  url: "https://compta.example.com/aetheria",
  description: "Comptabilité",
  types: ["client.created", "client.updated"],
  missing: [],
  state: "active",
  pausedReason: null,
  pausedAt: null,
  previousUntil: null,
  createdAt: AT,
  updatedAt: AT,
  deliveries: { lastAt: AT, lastState: "waiting", failingSince: AT, waiting: 2, failed: 1 },
};
const detail: DeliveryDetail = {
  id: "msg_1",
  webhookId: "whk_1",
  type: "client.created",
  entity: "client",
  entityId: "cli_1",
  state: "waiting",
  createdAt: AT,
  attempts: 2,
  nextAt: AT,
  last: { at: AT, status: null, error: "timeout", duration: 10_000 },
  headers: { "webhook-id": "msg_1" },
  body: '{"type":"client.created"}',
  log: [
    { number: 1, at: AT, duration: 12, status: 500, error: null, answer: "<h1>Panne</h1>" },
    { number: 2, at: AT, duration: 10_000, status: null, error: "timeout", answer: "" },
  ],
};

function show(items: Webhook[], answers: Parameters<typeof fakeServer>[0] = {}) {
  session.enter(signedIn({ permissions: [...DEFAULT_ROLES.owner] }));
  const { headers: _headers, body: _body, log: _log, ...row } = detail;
  const asked = fakeServer({
    "get /webhooks": () => Response.json({ items }),
    "get /webhooks/deliveries": () =>
      Response.json({ items: items.length > 0 ? [row] : [], nextCursor: null }),
    "get /webhooks/deliveries/msg_1": () => Response.json(detail),
    ...answers,
  });
  renderPage(WebhooksPage);
  return asked;
}

const press = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole("button", { name }));

describe("the page of webhooks", () => {
  it("says what to do where there is none", async () => {
    show([]);
    await screen.findByText("Aucun webhook");
    expect(await screen.findByText("Rien n’a été envoyé")).toBeTruthy();
  });

  it("tells how each one goes, and why it rests", async () => {
    const gone: Webhook = { ...accounting, state: "paused", pausedReason: "gone", pausedAt: AT };
    show([gone, { ...accounting, id: "whk_2", missing: ["boards.read"], types: ["*"] }]);
    const list = await screen.findByRole("list", { name: "Webhooks" });
    const [first, second] = within(list).getAllByRole("listitem");
    expect(first?.textContent).toMatch(
      /En pause.*2 événements.*2 envois en attente · 1 envoi échoué/,
    );
    expect(first?.textContent).toContain("répond qu’elle n’existe plus");
    expect(second?.textContent).toMatch(/Actif.*Tous les événements/);
    expect(second?.textContent).toContain("Certains événements ne sont pas envoyés");
  });

  it("says what is wrong with an address under its field, and keeps what was typed", async () => {
    show([], {
      "post /webhooks": () => problem("webhook.url_refused", 422, { reason: "private" }),
    });
    await press("Webhook");
    const dialog = await screen.findByRole("dialog");
    fireEvent.click(within(dialog).getByRole("button", { name: "Créer" }));
    await within(dialog).findByText("Indiquez l’adresse à appeler");
    await within(dialog).findByText("Choisissez au moins un événement");
    const url = within(dialog).getByLabelText("Adresse");
    fireEvent.input(url, { target: { value: "https://10.0.0.1/" } });
    fireEvent.click(within(dialog).getByLabelText("Client créé"));
    fireEvent.click(within(dialog).getByRole("button", { name: "Créer" }));
    await within(dialog).findByText(/n’est pas joignable depuis l’internet public/);
    expect((url as HTMLInputElement).value).toBe("https://10.0.0.1/");
    expect(url.getAttribute("aria-invalid")).toBe("true");
  });

  it("shows the secret of a new one, with how to verify", async () => {
    const secret = `whsec_${"A".repeat(32)}`;
    show([], {
      "post /webhooks": () => Response.json(accounting, { status: 201 }),
      "post /webhooks/whk_1/secret": () => Response.json({ secret, previous: null }),
    });
    await press("Webhook");
    const dialog = await screen.findByRole("dialog");
    fireEvent.input(within(dialog).getByLabelText("Adresse"), {
      target: { value: accounting.url },
    });
    fireEvent.click(within(dialog).getByLabelText("Tous les événements"));
    fireEvent.click(within(dialog).getByRole("button", { name: "Créer" }));
    await screen.findByText(secret);
    expect(screen.getByRole("region", { name: "Vérifier en Node" }).textContent).toContain(
      "webhook.verify(body",
    );
  });

  it("shows a delivery with its attempts as text, and sends it again", async () => {
    const asked = show([accounting], {
      "post /webhooks/deliveries/msg_1/replay": () => Response.json(detail),
    });
    await press(/^Client créé, /);
    const dialog = await screen.findByRole("dialog");
    await within(dialog).findByText("<h1>Panne</h1>");
    within(dialog).getByText(/Réponse 500/);
    within(dialog).getByText(/Pas de réponse en dix secondes/);
    fireEvent.click(within(dialog).getByRole("button", { name: "Renvoyer" }));
    await waitFor(() =>
      expect(asked.map(({ path }) => path)).toContain("/webhooks/deliveries/msg_1/replay"),
    );
  });

  it("says that an event is not for this reader", async () => {
    show([accounting], {
      "get /webhooks/deliveries/msg_1": () => Response.json({ ...detail, body: null }),
    });
    await press(/^Client créé, /);
    const said = "Votre rôle ne permet pas de lire cet événement.";
    expect(await screen.findByText(said)).toBeTruthy();
  });
});
