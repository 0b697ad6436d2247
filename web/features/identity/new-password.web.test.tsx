import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { describe, expect, it } from "vitest";
import type { Language } from "#domain/i18n/texts.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { NewPassword } from "./new-password.tsx";

function show(language: Language) {
  const [value, setValue] = createSignal("");
  renderUi(
    () => <NewPassword value={value()} onInput={setValue} context={["Claire Morvan", "Atelier"]} />,
    language,
  );
  return (text: string) =>
    fireEvent.input(screen.getByLabelText(language === "fr" ? "Mot de passe" : "Password"), {
      target: { value: text },
    });
}

const told = () =>
  screen
    .getAllByRole("status")
    .map((element) => element.textContent)
    .join(" ");

describe("NewPassword", () => {
  it("says in French how weak it is and what to do", async () => {
    const type = show("fr");
    type("clairemorvan75");
    await waitFor(() => expect(told()).toMatch(/facile à deviner/i), { timeout: 8_000 });
    expect(told()).toContain("Évitez votre nom");
    type("quatre zèbres lents dansent");
    await waitFor(() => expect(told()).toMatch(/solide/i), { timeout: 8_000 });
    expect(told()).not.toContain("Évitez");
  }, 20_000);

  it("says it in English", async () => {
    const type = show("en");
    type("azertyuiop123");
    await waitFor(() => expect(told()).toMatch(/easy to guess/i), { timeout: 8_000 });
    expect(told()).toContain("neighboring keys");
  }, 20_000);
});
