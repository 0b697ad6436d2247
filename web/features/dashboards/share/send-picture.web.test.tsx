import { screen, waitFor } from "@solidjs/testing-library";
import { Show, type Owner } from "solid-js";
import { render } from "solid-js/web";
import { beforeEach, expect, it, vi } from "vitest";
import type { Figures } from "#domain/dashboards/share/figures.ts";
import type { Published } from "#domain/dashboards/share/model.ts";
import { testId } from "#domain/boards/testing.ts";
import { SharedGrid } from "#web/features/dashboards/public/shared-grid.tsx";
import { SpokenIn, type OtherSpeech } from "#web/lib/spoken-in.tsx";
import { fakeServer } from "#web/lib/testing-server.ts";
import { createResource } from "#web/lib/resource.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { createPictureSender } from "./send-picture.ts";

const figures: Figures = {
  title: "Agences",
  filters: [],
  computedAt: "2026-11-20T08:00:00.000Z",
  widgets: [
    {
      id: testId("wdg", 1),
      title: "CA",
      kind: "number",
      text: "",
      chart: { type: "number", value: "ca" },
      layout: { x: 0, y: 0, w: 3, h: 2 },
      columns: [{ name: "ca", kind: "number" }],
      rows: [[48_312]],
      more: false,
    },
  ],
};

// There is no canvas here: what is drawn, and in which language, is read from the document instead.
const drawn = vi.hoisted(() => ({ words: new Map<string, string>(), fails: "" }));
vi.mock("./mail-picture.tsx", () => ({
  mailPicture: async (asked: Figures, speech: OtherSpeech, owner: Owner) => {
    if (speech.language === drawn.fails) return null;
    const host = document.createElement("div");
    const Drawn = () => (
      <SpokenIn speech={speech}>
        <SharedGrid widgets={asked.widgets} />
      </SpokenIn>
    );
    const dispose = render(Drawn, host, undefined, { owner });
    await vi.waitUntil(() => host.textContent?.includes("312"));
    drawn.words.set(speech.language, host.textContent ?? "");
    dispose();
    return new Blob([speech.language]);
  },
}));
beforeEach(() => {
  drawn.words.clear();
  drawn.fails = "";
});

/** A page in French that sends the pictures of figures, and says whether it could. */
function send() {
  const path = `/dashboards/${testId("dsb", 1)}/figures/picture`;
  const asked = fakeServer({ [`put ${path}`]: () => new Response(null, { status: 204 }) });
  renderUi(() => {
    const sender = createPictureSender();
    const [sent] = createResource(() =>
      sender({ dashboardId: testId("dsb", 1), version: 3 } as Published, figures),
    );
    return <Show when={sent() !== undefined}>{`all: ${sent()}`}</Show>;
  });
  return asked;
}

it("makes one picture in each language, whatever that of the page, which stays as it is", async () => {
  const asked = send();
  await screen.findByText("all: true");
  expect(asked.map(({ body }) => body)).toEqual([
    { version: 3, language: "fr", data: btoa("fr") },
    { version: 3, language: "en", data: btoa("en") },
  ]);
  expect(drawn.words.get("fr")).toMatch(/48\s312/u);
  expect(drawn.words.get("en")).toContain("48,312");
  expect(document.documentElement.lang).toBe("fr");
});

it("goes on where one can't be made, and says so", async () => {
  drawn.fails = "fr";
  const asked = send();
  await screen.findByText("all: false");
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]?.body).toMatchObject({ language: "en" });
});
