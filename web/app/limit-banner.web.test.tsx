import { screen, waitFor } from "@solidjs/testing-library";
import { expect, it } from "vitest";
import { noteLimit } from "#web/lib/limited.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { LimitBanner } from "./limit-banner.tsx";

it("says when the page goes on, and goes when it does", async () => {
  renderUi(() => <LimitBanner />);
  const title = () => screen.queryByText(/Beaucoup de demandes/);
  expect(title()).toBeNull();
  noteLimit(1_200);
  await screen.findByText(/reprend dans 2 s/);
  expect(title()).not.toBeNull();
  await screen.findByText(/reprend dans 1 s/, undefined, { timeout: 2_000 });
  await waitFor(() => expect(title()).toBeNull(), { timeout: 2_000 });
});
