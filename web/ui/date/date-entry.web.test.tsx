import { fireEvent, screen } from "@solidjs/testing-library";
import { expect, test, vi } from "vitest";
import { calendarDate } from "#web/lib/calendar-date.ts";
import { press, renderUi } from "#web/ui/testing.tsx";
import { addDays } from "./calendar.ts";
import { DateEntry } from "./date-entry.tsx";

const type = (text: string) => {
  const field = screen.getByRole<HTMLInputElement>("textbox", { name: "Échéance" });
  field.focus();
  fireEvent.input(field, { target: { value: text } });
  press("Enter");
};

test("words are taken on Enter; what is no date stays, with the reason, until it is changed", () => {
  const chosen = vi.fn<(date: string) => void>();
  renderUi(() => <DateEntry label="Échéance" value={undefined} onChoose={chosen} />);
  type("bientôt");
  expect(chosen).not.toHaveBeenCalled();
  expect(screen.getByText(/Écrivez une date/)).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>("textbox").value).toBe("bientôt");
  type("demain");
  expect(screen.queryByText(/Écrivez une date/)).toBeNull();
  expect(chosen).toHaveBeenCalledExactlyOnceWith(addDays(calendarDate(), 1));
});

test("what is typed on the month goes to the field; arrows stay the month's", () => {
  renderUi(() => <DateEntry label="Échéance" value="2026-11-24" onChoose={() => undefined} />);
  const day = () => document.querySelector<HTMLElement>('[data-date="2026-11-24"]');
  day()?.focus();
  press("v");
  expect(document.activeElement).toBe(screen.getByRole("textbox"));
  day()?.focus();
  press("ArrowDown");
  expect(document.activeElement).not.toBe(screen.getByRole("textbox"));
});
