import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import { QueryClientProvider } from "@tanstack/solid-query";
import type { NoteView } from "#domain/notes/model.ts";
import { LiveProvider } from "#web/lib/live.tsx";
import { PageProvider } from "#web/lib/page.tsx";
import { createQueries } from "#web/lib/query-cache.ts";
import { neverLive } from "#web/lib/testing-page.tsx";
import { fakeServer } from "#web/lib/testing-server.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { NoteDraftsProvider } from "./drafts-provider.tsx";
import { NotePage } from "./note-page.tsx";
import { NotesPage } from "./notes-page.tsx";

/** A note for tests, with these fields. */
export function sampleNote(fields: Partial<NoteView> = {}): NoteView {
  return {
    id: `not_${"0".repeat(26)}`,
    version: 1,
    title: "Point chantier",
    heldOn: "2026-11-20",
    clientId: null,
    peopleIds: [],
    body: "un\ndeux\ntrois",
    createdBy: "usr_1",
    createdAt: "2026-11-20T08:00:00.000Z",
    updatedAt: "2026-11-20T08:00:00.000Z",
    can: { write: true },
    ...fields,
  };
}

const empty = () => Response.json({ items: [], nextCursor: null });

/** The pages of notes at an address, over a server that answers so. */
export function showNotes(address: string, answers: Parameters<typeof fakeServer>[0]) {
  const asked = fakeServer({
    "get /members": empty,
    "get /clients": empty,
    "get /tasks": empty,
    ...answers,
  });
  const history = createMemoryHistory();
  history.set({ value: address });
  const queries = createQueries();
  renderUi(() => (
    <QueryClientProvider client={queries}>
      <LiveProvider since={null} deps={neverLive}>
        <PageProvider>
          <NoteDraftsProvider>
            <MemoryRouter history={history}>
              <Route path="/notes" component={NotesPage} />
              <Route path="/notes/:id" component={NotePage} />
            </MemoryRouter>
          </NoteDraftsProvider>
        </PageProvider>
      </LiveProvider>
    </QueryClientProvider>
  ));
  return { asked, history };
}
