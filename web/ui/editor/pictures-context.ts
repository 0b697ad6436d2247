import { createContext, useContext } from "solid-js";

/** What a text may do with pictures of the record around it. */
export interface TextPictures {
  /** A picture of the record as it is drawn in a text; its name where there is none. */
  picture: (file: string, name: string) => Node;
  /** Uploads files to the record and answers the Markdown that shows them; null where nothing may be uploaded. */
  take: ((files: readonly File[]) => Promise<string>) | null;
}

const NONE: TextPictures = { picture: (_file, name) => document.createTextNode(name), take: null };

export const PicturesContext = createContext<TextPictures>(NONE);

/** The pictures of the record around. */
export const usePictures = (): TextPictures => useContext(PicturesContext);
