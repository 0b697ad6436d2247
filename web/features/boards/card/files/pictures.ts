import { onCleanup } from "solid-js";
import { download } from "#web/lib/api.ts";

/** Pictures of a board's cards as addresses of this page: fetched once each, with the person's own rights. */
export function createPictures(board: string, missing: () => string) {
  const urls = new Map<string, Promise<string>>();
  const made: string[] = [];
  onCleanup(() => made.forEach((address) => URL.revokeObjectURL(address)));

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
      url(file).then(
        (address) => (image.src = address),
        () => image.replaceWith(`${name} (${missing()})`),
      );
      return image;
    },
  };
}

export type Pictures = ReturnType<typeof createPictures>;
