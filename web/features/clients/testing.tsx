import type { JSX } from "solid-js";
import { vi } from "vitest";
import type { ClientView } from "#domain/clients/model.ts";
import { sampleClient } from "#domain/clients/sample.ts";
import { renderUi } from "#web/ui/testing.tsx";
import type { ClientActions } from "./actions.ts";
import { createClientList } from "./client-list.ts";
import { ClientsContext } from "./context.ts";
import { createEdits } from "./edits.ts";
import type { Colleague, People } from "./people.ts";

export const KARIM: Colleague = { id: "usr_2", name: "Karim Benali", self: false };
const CLAIRE: Colleague = { id: "usr_1", name: "Claire Morvan", self: true };

/** A client that this person may change. */
export function viewed(fields: Partial<ClientView> = {}): ClientView {
  return {
    ...sampleClient({ estimatedMinor: 4_500_000 }),
    can: { write: true, delete: true },
    ...fields,
  };
}

const PEOPLE: People = {
  all: () => [CLAIRE, KARIM],
  self: () => ({ ...CLAIRE, email: "claire@atelier.fr", language: "fr", emailVerified: true }),
  find: (id) => (id === CLAIRE.id ? CLAIRE : KARIM),
};

/** Renders a part of the page of clients with actions that only take note of what they are asked. */
export function renderInClients(ui: () => JSX.Element) {
  const edits = createEdits({
    send: () => Promise.reject(new Error("not asked for")),
    onServer: () => undefined,
    onRefused: () => undefined,
    online: () => true,
    now: () => 0,
    keep: () => undefined,
  });
  const list = createClientList({
    fetch: () => Promise.reject(new Error("not asked for")),
    copy: () => undefined,
    keep: () => undefined,
  });
  const actions = {
    save: vi.fn<ClientActions["save"]>(),
    refuse: vi.fn<ClientActions["refuse"]>(),
    remove: vi.fn<ClientActions["remove"]>(),
    saveMany: vi.fn<ClientActions["saveMany"]>(),
    create: vi.fn<ClientActions["create"]>(),
  };
  renderUi(() => (
    <ClientsContext.Provider value={{ list, edits, people: PEOPLE, actions }}>
      {ui()}
    </ClientsContext.Provider>
  ));
  return { actions, edits };
}
