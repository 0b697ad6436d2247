import type { Pictures } from "./pictures.ts";
import type { Uploads } from "./uploads.ts";
import { createContext, useContext } from "solid-js";

/** What texts about a card may do with its files. */
export interface CardFiles {
  /** A picture of the card as it is drawn in a text; its name where there is none. */
  picture: (file: string, name: string) => Node;
  /** Uploads files to the card and answers the Markdown that shows them; null where nothing may be uploaded. */
  take: ((files: readonly File[]) => Promise<string>) | null;
}

const NONE: CardFiles = { picture: (_file, name) => document.createTextNode(name), take: null };

export const FilesContext = createContext<CardFiles>(NONE);

/** The files of the card around. */
export const useFiles = (): CardFiles => useContext(FilesContext);

/** What the list of files works with: the pictures that were fetched, and what is on its way. */
export const FilesPlaces = createContext<{ pictures: Pictures; uploads: Uploads }>();

/** Error: outside of a card. */
export function useFilesPlaces() {
  const places = useContext(FilesPlaces);
  if (!places) throw new Error("useFilesPlaces needs a FilesProvider above");
  return places;
}
