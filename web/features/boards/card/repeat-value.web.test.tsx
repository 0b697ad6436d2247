import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { expect, test } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { CardFace } from "#web/features/boards/board/card-face.tsx";
import { openScene } from "#web/features/boards/testing.tsx";
import { CardPanel } from "./card-panel.tsx";

const ID = testId("crd", 1);

test("a recurrence is chosen in words, ends on a date, and is shown on the card", async () => {
  const { live, show } = await openScene();
  await live.act({ kind: "card.update", card: ID, set: { dueOn: "2030-12-03" } });
  show(() => <CardPanel id={ID} onOpen={() => undefined} onClose={() => undefined} />);
  await screen.findByRole("dialog");
  fireEvent.click(screen.getByRole("button", { name: /^Récurrence, ?Jamais/ }));
  fireEvent.click(await screen.findByRole("option", { name: "Un mardi sur deux" }));
  await waitFor(() =>
    expect(live.card(ID)?.repeat).toMatchObject({
      rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
      from: "2030-12-03",
      last: "2030-12-03",
    }),
  );
  expect(screen.getByText(/Prochaine carte : 17 déc\. 2030/)).toBeTruthy();
  fireEvent.input(screen.getByLabelText("Jusqu’au"), { target: { value: "2031-01-31" } });
  await waitFor(() => expect(live.card(ID)?.repeat?.rule).toMatch(/;UNTIL=20310131$/));
  show(() => <CardFace card={live.card(ID)!} />);
  expect(screen.getByTitle(/Carte récurrente : Un mardi sur deux, jusqu’au/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: /^Récurrence, ?Un mardi sur deux/ }));
  fireEvent.click(await screen.findByRole("option", { name: "Jamais" }));
  await waitFor(() => expect(live.card(ID)?.repeat).toBeNull());
});
