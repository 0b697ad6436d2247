import { onCleanup } from "solid-js";
import { download } from "#web/lib/api.ts";

/** Pictures of a board's cards as addresses of this page: fetched once each, with the person's own rights. */
export function createPictures(board: string, missing: () => string) {
  const urls = new Map<string, Promise<string>>();
  const made: string[] = [];
  onCleanup(() => made.forEach((address) => URL.revokeObjectURL(address)));
  /** Words that stand for pictures which could not be fetched, and how each is asked for again. */
  const failed = new Map<ChildNode, (place: ChildNode) => Promise<void>>();
  const again = () => {
    const all = [...failed];
    failed.clear();
    for (const [place, show] of all) if (place.isConnected) void show(place);
  };
  addEventListener("online", again);
  onCleanup(() => removeEventListener("online", again));

  function url(file: string): Promise<string> {
    const known = urls.get(file);
    if (known) return known;
    const asked = download(`/boards/${board}/files/${file}`).then((blob) => {
      const address = URL.createObjectURL(blob);
      made.push(address);
      return address;
    });
    urls.set(file, asked);
    // Asked for again the next time.
    asked.catch(() => urls.delete(file));
    return asked;
  }

  return {
    url,
    picture(this: void, file: string, name: string): Node {
      const image = document.createElement("img");
      image.alt = name;
      const show = async (place: ChildNode): Promise<void> => {
        try {
          image.src = await url(file);
          if (place !== image) place.replaceWith(image);
        } catch {
          const told = place === image ? document.createTextNode(`${name} (${missing()})`) : place;
          if (told !== place) place.replaceWith(told);
          failed.set(told, show);
        }
      };
      void show(image);
      return image;
    },
  };
}

export type Pictures = ReturnType<typeof createPictures>;
