import { createMemoryHistory, MemoryRouter, Route, useNavigate } from "@solidjs/router";
import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { createSignal, Show } from "solid-js";
import { expect, it } from "vitest";
import { emptyQuery, type BuiltQuery } from "#domain/analytics/builder/model.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { onBuildRequest } from "./build-request.ts";

/** A page that opens the builder with `state`, and the builder, which is made anew by a press. */
function builder(state: unknown) {
  const history = createMemoryHistory();
  const taken: BuiltQuery[] = [];
  const Start = () => {
    const navigate = useNavigate();
    return (
      <button type="button" onClick={() => navigate("/build?from=1", { state: state as object })}>
        open
      </button>
    );
  };
  const Build = () => {
    onBuildRequest((query) => taken.push(query));
    return <p>builder</p>;
  };
  const Page = () => {
    const [times, setTimes] = createSignal(1);
    return (
      <>
        <button type="button" onClick={() => setTimes((now) => now + 1)}>
          again
        </button>
        <Show when={times()} keyed>
          <Build />
        </Show>
      </>
    );
  };
  renderUi(() => (
    <MemoryRouter history={history}>
      <Route path="/" component={Start} />
      <Route path="/build" component={Page} />
    </MemoryRouter>
  ));
  fireEvent.click(screen.getByRole("button", { name: "open" }));
  return { taken, history };
}

it("takes what it was opened for once, and goes on from its draft when it is made anew", async () => {
  const query = emptyQuery("ventes");
  const { taken, history } = builder({ query });
  await waitFor(() => expect(taken).toEqual([query]));
  await waitFor(() => expect(history.get()).toBe("/build?from=1"));
  fireEvent.click(await screen.findByRole("button", { name: "again" }));
  await screen.findByText("builder");
  expect(taken).toHaveLength(1);
});

it("takes nothing that is no question", async () => {
  const { taken } = builder({ query: { table: 7 } });
  await screen.findByText("builder");
  expect(taken).toEqual([]);
});
