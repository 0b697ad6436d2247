import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import { fireEvent, screen } from "@solidjs/testing-library";
// oxlint-disable-next-line no-restricted-imports -- what suspends is what is tried
import { createResource, createSignal, onMount, Show, type JSX } from "solid-js";
import { expect, it, vi } from "vitest";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { lazyPage } from "#web/lib/lazy-page.ts";
import { renderUi, settle } from "#web/ui/testing.tsx";
import { PageBoundary } from "./page-boundary.tsx";

function Broken(props: { error: unknown }): never {
  throw props.error;
}

function show(error: unknown) {
  const [broken, setBroken] = createSignal(true);
  const page = () => (
    <PageBoundary>
      <Show when={broken()} fallback={<p>réparé</p>}>
        <Broken error={error} />
      </Show>
    </PageBoundary>
  );
  renderUi(() => (
    <MemoryRouter>
      <Route path="*" component={page} />
    </MemoryRouter>
  ));
  return setBroken;
}

it("shows a problem with its words and its request number, and tries again", async () => {
  const setBroken = show(new ApiProblem("server.unavailable", 503, {}, "req_42"));
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("momentanément indisponible");
  expect(alert.textContent).toContain("req_42");
  setBroken(false);
  fireEvent.click(screen.getByRole("button", { name: "Réessayer" }));
  expect(await screen.findByText("réparé")).toBeTruthy();
});

it("tells a bug to the console and not to the person", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const bug = new TypeError("x is not a function");
  show(bug);
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).not.toContain("x is not a function");
  expect(told).toHaveBeenCalledWith(bug);
  told.mockRestore();
});

/** A page whose code arrives when `arrive` is called. */
function late(words: string) {
  const code = Promise.withResolvers<() => JSX.Element>();
  return { page: lazyPage(() => code.promise), arrive: () => code.resolve(() => <p>{words}</p>) };
}

/** A page that is shown, and is taken away again when a part of it suspends. */
function suspending(words: string) {
  const read = Promise.withResolvers<string>();
  const Part = () => {
    const [found] = createResource(() => read.promise);
    return <p>{found()}</p>;
  };
  const page = () => {
    const [shown, setShown] = createSignal(false);
    onMount(() => setTimeout(() => setShown(true)));
    return (
      <Show when={shown()}>
        <Part />
      </Show>
    );
  };
  return { page, arrive: () => read.resolve(words) };
}

it.each([
  ["late", "before", late],
  ["late", "after", late],
  ["suspending", "before", suspending],
  ["suspending", "after", suspending],
] as const)(
  "shows the page that was asked for last, where a %s one asked for first arrives %s it",
  async (_, when, make) => {
    const [first, second] = [make("première"), late("seconde")];
    const history = createMemoryHistory();
    renderUi(() => (
      <MemoryRouter
        history={history}
        root={(page) => <PageBoundary fallback="…">{page.children}</PageBoundary>}
      >
        <Route path="/" component={first.page} />
        <Route path="/second" component={second.page} />
      </MemoryRouter>
    ));
    await vi.waitFor(() => expect(document.body.textContent).toContain("…"));
    await settle();
    history.set({ value: "/second" });
    await settle();
    for (const one of when === "before" ? [first, second] : [second, first]) {
      one.arrive();
      await settle();
    }
    expect(screen.queryByText("première")).toBeNull();
    expect(screen.getByText("seconde")).toBeTruthy();
  },
);
