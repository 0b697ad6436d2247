import { screen } from "@solidjs/testing-library";
import { expect, it } from "vitest";
import { Avatar } from "./avatar.tsx";
import { renderUi } from "./testing.tsx";

it("draws a person in the same colour for themselves as for the others, and tells them apart", () => {
  const person = { id: "usr_karim", name: "Karim Benali", presence: "online" as const };
  renderUi(() => (
    <>
      <Avatar person={person} />
      <Avatar person={person} self />
    </>
  ));
  const fill = (name: string) => /\bbg-p\d/.exec(screen.getByRole("img", { name }).className)?.[0];
  expect(fill("Karim Benali (vous), en ligne")).toBeDefined();
  expect(fill("Karim Benali (vous), en ligne")).toBe(fill("Karim Benali, en ligne"));
});
