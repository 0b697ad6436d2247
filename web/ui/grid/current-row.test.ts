import { createRoot, createSignal } from "solid-js";
import { expect, it } from "vitest";
import { currentRow } from "./current-row.ts";

it("stands for the record of the moment", () => {
  createRoot((end) => {
    const [row, setRow] = createSignal<{ name: string; city?: string }>({
      name: "a",
      city: "Lyon",
    });
    const shown = currentRow(() => row());
    expect({ ...shown }).toEqual({ name: "a", city: "Lyon" });
    setRow({ name: "b" });
    expect(shown.name).toBe("b");
    expect("city" in shown).toBe(false);
    expect(Object.keys(shown)).toEqual(["name"]);
    end();
  });
});
