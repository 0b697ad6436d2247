import { createRoot, createSignal } from "solid-js";
import { calendarDate } from "./calendar-date.ts";

const LOOK_MS = 30_000;

/** Today as YYYY-MM-DD by the calendar of this device, live: a page that stays open over midnight goes on to the next day. */
export const today = createRoot(() => {
  const [date, setDate] = createSignal(calendarDate());
  setInterval(() => setDate(calendarDate()), LOOK_MS);
  return date;
});
