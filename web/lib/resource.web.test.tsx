import { screen } from "@solidjs/testing-library";
import { createSignal, ErrorBoundary, Suspense } from "solid-js";
import { expect, it } from "vitest";
import { renderUi, settle } from "#web/ui/testing.tsx";
import { createResource } from "./resource.ts";

/** A page that reads one word after the other, both ways, with something on it that has the focus. */
function open() {
  const asked: PromiseWithResolvers<string>[] = [];
  const [which, setWhich] = createSignal(1);
  function Page() {
    const [word] = createResource(which, () => {
      const next = Promise.withResolvers<string>();
      asked.push(next);
      return next.promise;
    });
    return (
      <button type="button">{`${word() ?? "none"} ${word.latest ?? "none"} ${word.state}`}</button>
    );
  }
  renderUi(() => (
    <ErrorBoundary fallback={(error: Error) => <p role="alert">{error.message}</p>}>
      <Suspense fallback="…">
        <Page />
      </Suspense>
    </ErrorBoundary>
  ));
  const button = screen.getByRole("button");
  button.focus();
  return { button, asked, setWhich };
}

it("leaves the page where it is while its value is read, and read again", async () => {
  const { button, asked, setWhich } = open();
  expect(button.textContent).toBe("none none pending");
  asked[0]?.resolve("one");
  await settle();
  expect(button.textContent).toBe("one one ready");
  setWhich(2);
  await settle();
  expect(button.textContent).toBe("one one refreshing");
  asked[1]?.resolve("two");
  await settle();
  expect(button.textContent).toBe("two two ready");
  expect(document.activeElement).toBe(button);
});

it("throws what the reading failed with, as the library's does", async () => {
  const { asked } = open();
  asked[0]?.reject(new Error("broken"));
  await settle();
  expect(screen.getByRole("alert").textContent).toBe("broken");
});
