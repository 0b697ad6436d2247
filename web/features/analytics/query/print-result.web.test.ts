import { expect, it, vi } from "vitest";
import { printResult } from "./print-result.ts";

const sheet = (): HTMLElement | null => document.querySelector("section[data-print]");

it("puts title, table and source alone on paper, light, and takes them off once printed", async () => {
  const print = vi.spyOn(window, "print").mockImplementation(() => undefined);
  const lines = [
    ["agence", "ca"],
    ...Array.from({ length: 700 }, (_, at) => [`Agence ${at}`, String(at)]),
  ];
  const done = printResult({
    title: "CA par agence",
    note: "ventes.csv · Établi le 22 novembre 2026",
    picture: undefined,
    lines,
    numeric: [false, true],
    rest: (shown, all) => `${shown} sur ${all}`,
  });
  await vi.waitFor(() => expect(print).toHaveBeenCalledTimes(1));
  expect(sheet()?.querySelector("h1")?.textContent).toBe("CA par agence");
  expect(sheet()?.querySelectorAll("tbody tr")).toHaveLength(500);
  expect(sheet()?.querySelector("th:last-child")?.className).toContain("text-right");
  expect(sheet()?.textContent).toContain("500 sur 700");
  expect(sheet()?.textContent).toContain("ventes.csv");
  expect(sheet()?.style.colorScheme).toBe("light");
  window.dispatchEvent(new Event("afterprint"));
  await done;
  expect(sheet()).toBeNull();
});
