import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { afterEach, describe, expect, it } from "vitest";
import { SignIn } from "#web/features/identity/sign-in.tsx";
import { session } from "#web/lib/session.ts";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { renderUi } from "#web/ui/testing.tsx";

afterEach(() => session.leave());

const health = () => Response.json({ ok: true });
const asked = (methods: string[]) => () =>
  Response.json({
    secondFactor: { token: "t".repeat(43), expiresAt: "2999-01-01T00:00:00.000Z", methods },
  });

/** Stands before the second step, after a right password. */
async function secondStep(
  code: (body: unknown) => Response,
  methods = ["totp", "recovery"],
): Promise<ReturnType<typeof fakeServer>> {
  const requests = fakeServer({
    "get /health": health,
    "post /auth/sign-in": asked(methods),
    "post /auth/sign-in/code": ({ body }) => code(body),
  });
  const history = createMemoryHistory();
  history.set({ value: "/sign-in" });
  renderUi(() => (
    <MemoryRouter history={history}>
      <Route path="/sign-in" component={SignIn} />
      <Route path="*" component={() => <p>arrivé</p>} />
    </MemoryRouter>
  ));
  fireEvent.input(await screen.findByLabelText("Adresse e-mail"), { target: { value: "a@b.fr" } });
  fireEvent.input(screen.getByLabelText("Mot de passe"), { target: { value: "phrase" } });
  fireEvent.click(screen.getByRole("button", { name: "Se connecter" }));
  await screen.findByRole("heading", { name: "Encore une étape" });
  return requests;
}

const field = (label = "Code de l’application") => screen.getByLabelText<HTMLInputElement>(label);
const type = (value: string, label?: string) =>
  fireEvent.input(field(label), { target: { value } });
const sent = (requests: ReturnType<typeof fakeServer>) =>
  requests.filter(({ path }) => path === "/auth/sign-in/code").map(({ body }) => body);

describe("the second step of signing in", () => {
  it("is filled in by the phone and sends itself with the sixth digit, pasted with a space or not", async () => {
    const requests = await secondStep(() => Response.json(signedIn()));
    expect(field().autocomplete).toBe("one-time-code");
    expect(field().inputMode).toBe("numeric");
    type("12345");
    expect(sent(requests)).toEqual([]);
    type("123 456");
    await screen.findByText("arrivé");
    expect(sent(requests)).toEqual([{ token: "t".repeat(43), code: "123456" }]);
  });

  it("says that a code is wrong and selects it to be typed over", async () => {
    await secondStep(() => problem("auth.code_invalid", 422));
    type("111111");
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("Ce code n’est pas le bon");
    type("111112");
    await waitFor(() => expect(screen.queryByRole("alert")).not.toBeNull());
  });

  it("takes a recovery code instead", async () => {
    const requests = await secondStep(() => Response.json(signedIn()));
    fireEvent.click(screen.getByRole("button", { name: "Utiliser un code de secours" }));
    type("0123a-1bcde-fghjk-mnpqr-stvwxy", "Code de secours");
    expect(sent(requests)).toEqual([]);
    fireEvent.click(screen.getByRole("button", { name: "Continuer" }));
    await screen.findByText("arrivé");
    expect(sent(requests)).toEqual([
      { token: "t".repeat(43), code: "0123a-1bcde-fghjk-mnpqr-stvwxy" },
    ]);
  });

  it("goes back to the password when its time is over, and says so", async () => {
    await secondStep(() => problem("auth.challenge_invalid", 410));
    type("123456");
    await screen.findByLabelText("Mot de passe");
    expect(screen.getByRole("alert").textContent).toContain("Le temps est écoulé");
    expect(screen.getByLabelText<HTMLInputElement>("Adresse e-mail").value).toBe("a@b.fr");
    expect(screen.getByLabelText<HTMLInputElement>("Mot de passe").value).toBe("");
  });
});
