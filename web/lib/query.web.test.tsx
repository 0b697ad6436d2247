import { screen } from "@solidjs/testing-library";
import { QueryClient, QueryClientProvider } from "@tanstack/solid-query";
import { createMemo, createSignal, Suspense } from "solid-js";
import { describe, expect, it, vi } from "vitest";
import { renderUi, settle } from "#web/ui/testing.tsx";
import { useInfiniteQuery, useQuery } from "./query.ts";

/** Two ways to read the same words, with what the server answers at last. */
const READERS = {
  useQuery: (answer: () => Promise<string>) => {
    const query = useQuery(() => ({ queryKey: ["words"], queryFn: answer }));
    return () => query.data;
  },
  useInfiniteQuery: (answer: () => Promise<string>) => {
    const query = useInfiniteQuery(() => ({
      queryKey: ["pages"],
      queryFn: answer,
      initialPageParam: 0,
      getNextPageParam: () => null,
    }));
    return () => query.data?.pages.join(" ");
  },
};

/** A page behind its boundary, with something on it that has the focus. */
function open(reader: keyof typeof READERS, cached: boolean) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  if (cached) {
    client.setQueryData(["words"], "words 0");
    client.setQueryData(["pages"], { pages: ["words 0"], pageParams: [0] });
  }
  let answer: (words: string) => void = () => undefined;
  function Page() {
    const words = READERS[reader](() => new Promise<string>((resolve) => (answer = resolve)));
    const shown = createMemo(() => words() ?? "none");
    return <button type="button">{shown()}</button>;
  }
  renderUi(() => (
    <QueryClientProvider client={client}>
      <Suspense fallback="…">
        <Page />
      </Suspense>
    </QueryClientProvider>
  ));
  const button = screen.getByRole("button");
  button.focus();
  return { client, button, answer: (words: string) => answer(words) };
}

describe.each(["useQuery", "useInfiniteQuery"] as const)("%s", (reader) => {
  it("leaves the page where it is while what was there before it is read again", async () => {
    const { client, button, answer } = open(reader, true);
    await settle();
    expect(document.activeElement).toBe(button);
    for (const words of ["words 1", "words 2"]) {
      void client.invalidateQueries();
      await settle();
      expect(document.activeElement).toBe(button);
      answer(words);
      await vi.waitFor(() => expect(button.textContent).toBe(words));
      expect(document.activeElement).toBe(button);
    }
  });

  it("has no data until the first answer, and holds nothing back meanwhile", async () => {
    const { button, answer } = open(reader, false);
    await settle();
    expect(button.textContent).toBe("none");
    answer("words 1");
    await vi.waitFor(() => expect(button.textContent).toBe("words 1"));
    expect(document.activeElement).toBe(button);
  });
});

it("a read under another key tells when its first answer comes", async () => {
  const client = new QueryClient();
  const answers = new Map<string, (words: string) => void>();
  const [key, setKey] = createSignal("a");
  function Page() {
    const query = useQuery(() => ({
      queryKey: [key()],
      queryFn: () => new Promise<string>((resolve) => answers.set(key(), resolve)),
    }));
    const shown = createMemo(() => query.data ?? "none");
    return <p data-testid="shown">{shown()}</p>;
  }
  renderUi(() => (
    <QueryClientProvider client={client}>
      <Page />
    </QueryClientProvider>
  ));
  const shown = () => screen.getByTestId("shown").textContent;
  for (const name of ["a", "b", "c"]) {
    setKey(name);
    await settle();
    expect(shown()).toBe("none");
    answers.get(name)?.(`words ${name}`);
    await vi.waitFor(() => expect(shown()).toBe(`words ${name}`));
  }
});
