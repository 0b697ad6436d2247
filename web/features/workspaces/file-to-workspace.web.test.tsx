import { fireEvent, screen, within } from "@solidjs/testing-library";
import { afterEach, expect, it } from "vitest";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { session } from "#web/lib/session.ts";
import { FileToWorkspace } from "./file-to-workspace.tsx";
import { listOf, sampleSource, sampleWorkspace, showAnalyses } from "./testing.tsx";

afterEach(() => session.leave());

const PAY = {
  id: "ds_aaaaaaaaaaaa",
  fileName: "Paie confidentielle.csv",
  rows: 3,
  reading: { columns: [] },
  profiles: [{ name: "agence", kind: "text" }],
} as unknown as DataSet;

it("says what colleagues will see of a file before a workspace is made of it, under the name that was typed", async () => {
  const { asked } = showAnalyses(() => <FileToWorkspace dataSet={PAY} />, "/", {
    "post /workspaces": () => Response.json(sampleWorkspace(), { status: 201 }),
    "get /data-sources": () => listOf(),
    "post /data-sources": () => Response.json(sampleSource(), { status: 201 }),
  });
  fireEvent.click(await screen.findByRole("button", { name: "Créer un espace d’analyse" }));
  const dialog = await screen.findByRole("dialog");
  expect(dialog.textContent).toMatch(/y liront le nom du fichier, ses colonnes/);
  const posted = () => asked.filter(({ method }) => method === "post");
  expect(posted()).toEqual([]);
  const name = within(dialog).getByRole("textbox", { name: "Nom" });
  expect((name as HTMLInputElement).value).toBe("Paie confidentielle");
  fireEvent.input(name, { target: { value: "Effectifs" } });
  fireEvent.click(within(dialog).getByRole("button", { name: "Créer l’espace" }));
  await expect
    .poll(() => posted().map(({ path }) => path))
    .toEqual(["/workspaces", "/data-sources"]);
  expect(posted()[0]?.body).toEqual({ title: "Effectifs", description: "" });
});
