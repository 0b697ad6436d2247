import { waitFor } from "@solidjs/testing-library";
import { createRoot } from "solid-js";
import { expect, test, vi } from "vitest";
import { createPictures } from "./pictures.ts";

test("a picture that could not be fetched is asked for again when the network is back", async () => {
  const urls = { createObjectURL: () => "blob:x", revokeObjectURL: () => undefined };
  vi.stubGlobal("URL", Object.assign(URL, urls));
  let online = false;
  const asked = vi.fn<() => Promise<Response>>(async () => {
    if (!online) throw new TypeError("Failed to fetch");
    return new Response(new Blob(["x"]));
  });
  vi.stubGlobal("fetch", asked);
  const [pictures, dispose] = createRoot(
    (end) => [createPictures("brd_1", () => "Image indisponible"), end] as const,
  );
  const text = document.createElement("p");
  document.body.append(text);
  text.append(pictures.picture("fil_1", "Coupe"));
  await waitFor(() => expect(text.textContent).toBe("Coupe (Image indisponible)"));
  dispatchEvent(new Event("online"));
  await waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
  await waitFor(() => expect(text.textContent).toBe("Coupe (Image indisponible)"));
  online = true;
  // The network may be back while the second answer is still being told.
  await waitFor(() => {
    dispatchEvent(new Event("online"));
    expect(text.querySelector("img")?.getAttribute("src")).toBe("blob:x");
  });
  expect(text.textContent).toBe("");
  dispose();
  text.remove();
  vi.unstubAllGlobals();
});
