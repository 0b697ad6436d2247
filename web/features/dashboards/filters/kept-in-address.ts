import { useSearchParams } from "@solidjs/router";
import { createEffect, createSignal, on } from "solid-js";
import { chosenInAddress, chosenOfAddress } from "#domain/dashboards/address.ts";
import type { Chosen } from "#domain/dashboards/bind.ts";
import type { Parameter } from "#domain/dashboards/parameters.ts";

/** What is chosen above a dashboard, in step with the address: a link, and going back, bring it again. */
export function createKeptChosen(parameters: () => readonly Parameter[]) {
  const [search, setSearch] = useSearchParams();
  const asked = (): Chosen => chosenOfAddress(parameters(), { ...search });
  const [chosen, setChosen] = createSignal<Chosen>(asked());
  const text = (of: Chosen) => JSON.stringify(chosenInAddress(parameters(), of));
  createEffect(
    on(
      () => text(asked()),
      (now) => {
        if (now !== text(chosen())) setChosen(asked());
      },
      { defer: true },
    ),
  );
  const keep = (next: Chosen): void => {
    setChosen(next);
    setSearch({ ...chosenInAddress(parameters(), next) }, { replace: true });
  };
  return {
    chosen,
    choose: (name: string, value: NonNullable<Chosen[string]>): void =>
      keep({ ...chosen(), [name]: value }),
    /** Everything as the dashboard begins. */
    reset: (): void => keep({}),
    /** Whether anything is not as the dashboard begins. */
    differs: (): boolean =>
      Object.values(chosenInAddress(parameters(), chosen())).some((one) => one !== undefined),
  };
}
