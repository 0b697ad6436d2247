import { screen } from "@solidjs/testing-library";
import { createSignal, Show } from "solid-js";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { QueryClientProvider } from "@tanstack/solid-query";
import { LiveProvider } from "#web/lib/live.tsx";
import { createQueries } from "#web/lib/query-cache.ts";
import { saveState } from "#web/lib/save-state.ts";
import { session } from "#web/lib/session.ts";
import { neverLive } from "#web/lib/testing-page.tsx";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { ClientEditsProvider, useClientEdits } from "./edits-provider.tsx";
import type { Edits } from "./edits.ts";
import { viewed } from "./testing.tsx";

beforeEach(() => session.enter(signedIn()));
afterEach(() => session.leave());

const client = viewed();

/** A page that uses the edits and can be left, under a provider that stays. */
function show() {
  const [here, setHere] = createSignal(true);
  let edits!: Edits;
  const heard: string[] = [];
  function Page() {
    edits = useClientEdits((record) => heard.push(record.phone));
    return "page";
  }
  const { unmount } = renderUi(() => (
    <QueryClientProvider client={createQueries()}>
      <LiveProvider since={null} deps={neverLive}>
        <ClientEditsProvider>
          <Show when={here()} fallback="elsewhere">
            <Page />
          </Show>
        </ClientEditsProvider>
      </LiveProvider>
    </QueryClientProvider>
  ));
  return { edits: () => edits, heard, leave: () => setHere(false), unmount };
}

describe("edits of clients", () => {
  it("stay in conflict, with the way to settle it, when the page is left, and end with the organization", async () => {
    const current = { ...client, version: 2, estimatedMinor: 7 };
    fakeServer({
      [`patch /clients/${client.id}`]: () => problem("conflict.version", 409, { current }),
    });
    const { edits, leave, unmount } = show();
    await edits().save(client, { estimatedMinor: 5 });
    const told = { status: "saved", count: 0, conflicts: 1, href: `/clients/${client.id}` };
    await vi.waitFor(() => expect(saveState.current()).toEqual(told));
    leave();
    await screen.findByText("elsewhere");
    expect(saveState.current()).toEqual(told);
    unmount();
    expect(saveState.current()).toEqual({ status: "saved", count: 0, conflicts: 0 });
  });

  it("count each client once while its change is on its way again and again", async () => {
    const answer = Promise.withResolvers<Response>();
    fakeServer({ [`patch /clients/${client.id}`]: () => answer.promise });
    const { edits, unmount } = show();
    const sent = edits().save(client, { phone: "04" });
    await vi.waitFor(() =>
      expect(saveState.current()).toMatchObject({ status: "saving", count: 1 }),
    );
    answer.resolve(problem("permission.denied", 403));
    await sent;
    await vi.waitFor(() =>
      expect(saveState.current()).toMatchObject({ status: "saved", count: 0 }),
    );
    unmount();
  });

  it("are sent after the page was left, and tell a refusal on any page", async () => {
    fakeServer({ [`patch /clients/${client.id}`]: () => problem("permission.denied", 403) });
    const { edits, heard, leave } = show();
    const sent = edits().save(client, { phone: "04" });
    leave();
    await sent;
    expect(await screen.findByText(/Téléphone n’a pas été enregistré/)).toBeTruthy();
    expect(heard).toEqual([]);
    expect(edits().pending().size).toBe(0);
    expect(edits().refusals.of(client.id, "phone")?.text).toBe("04");
  });
});
