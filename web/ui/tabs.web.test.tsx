import { screen } from "@solidjs/testing-library";
import { expect, test, vi } from "vitest";
import { Tabs } from "./tabs.tsx";
import { renderUi } from "./testing.tsx";

const box = (left: number, right: number) => ({ left, right }) as DOMRect;

test("the open tab comes into sight within its bar, and what is around the bar stays where it is", () => {
  const around = vi.fn();
  Element.prototype.scrollIntoView = around;
  const seen = vi.spyOn(Element.prototype, "getBoundingClientRect");
  seen.mockImplementation(function rect(this: Element) {
    return this.matches("[role=tab]") ? box(320, 420) : box(0, 390);
  });
  const tabs = [
    { value: "a", label: "Un" },
    { value: "b", label: "Deux" },
  ];
  renderUi(() => <Tabs label="Vues" tabs={tabs} value="b" onChange={() => undefined} />);
  const bar = screen.getByRole("tablist").parentElement;
  expect(bar?.scrollLeft).toBe(30);
  expect(around).not.toHaveBeenCalled();
  seen.mockRestore();
});
