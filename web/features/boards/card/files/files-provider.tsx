import type { JSX } from "solid-js";
import { isPicture } from "#domain/boards/card-file.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { PicturesContext, type TextPictures } from "#web/ui/editor/pictures-context.ts";
import { FilesPlaces } from "./files-context.ts";
import { createPictures } from "./pictures.ts";
import { createUploads } from "./uploads.ts";

/** Gives a card's texts its pictures, and takes what is pasted into them. */
export function FilesProvider(props: { card: string; children: JSX.Element }) {
  const t = useTexts();
  const room = useRoom();
  const pictures = createPictures(room.record().id, () => t().cardTalk.files.missing);
  const uploads = createUploads();
  const take = async (files: readonly File[]) => {
    const sent = await uploads.send(props.card, files);
    const shown = sent.filter(isPicture);
    return shown.map(({ id, name }) => `![${name.replaceAll(/[[\]\\]/g, "")}](${id})`).join("\n");
  };
  const files: TextPictures = {
    picture: pictures.picture,
    get take() {
      return room.may.write() ? take : null;
    },
  };
  return (
    <PicturesContext.Provider value={files}>
      <FilesPlaces.Provider value={{ pictures, uploads }}>{props.children}</FilesPlaces.Provider>
    </PicturesContext.Provider>
  );
}
