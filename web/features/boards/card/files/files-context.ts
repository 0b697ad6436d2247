import type { Pictures } from "./pictures.ts";
import type { Uploads } from "./uploads.ts";
import { createContext, useContext } from "solid-js";

/** What the list of files works with: the pictures that were fetched, and what is on its way. */
export const FilesPlaces = createContext<{ pictures: Pictures; uploads: Uploads }>();

/** Error: outside of a card. */
export function useFilesPlaces() {
  const places = useContext(FilesPlaces);
  if (!places) throw new Error("useFilesPlaces needs a FilesProvider above");
  return places;
}
