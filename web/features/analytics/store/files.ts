/** Folder of one person in one organization in the private file system of this origin. */
async function folder(scope: string): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  const analytics = await root.getDirectoryHandle("analytics", { create: true });
  return analytics.getDirectoryHandle(scope, { create: true });
}

/** The browser has cleared the file away, although its data set is still listed. */
export class FileGone extends Error {}

/** The raw files of data sets, byte for byte as they were dropped (OPFS). Each call may fail where storage is forbidden or full. */
export const files = {
  /** Copies a file beside the page, which never holds it: its size does not matter. A copy that fails leaves nothing behind. */
  async write(scope: string, id: string, file: Blob): Promise<void> {
    const home = await folder(scope);
    const handle = await home.getFileHandle(id, { create: true });
    try {
      const target = await handle.createWritable();
      // Half the time that a stream through the page takes.
      await target.write(file);
      await target.close();
    } catch (error) {
      await home.removeEntry(id).catch(() => undefined);
      throw error;
    }
    await navigator.storage.persist?.().catch(() => false);
  },
  /** Throws FileGone. */
  async read(scope: string, id: string): Promise<File> {
    try {
      return await (await (await folder(scope)).getFileHandle(id)).getFile();
    } catch (error) {
      if (error instanceof DOMException && error.name === "NotFoundError")
        throw new FileGone(id, { cause: error });
      throw error;
    }
  },
  /** Takes one file away. */
  async drop(scope: string, key: string): Promise<void> {
    await (await folder(scope)).removeEntry(key).catch(() => undefined);
  },
  /** Takes a file and those that were added to it away. */
  async remove(scope: string, id: string): Promise<void> {
    const home = await folder(scope);
    for await (const name of home.keys())
      if (name === id || name.startsWith(`${id}.`))
        await home.removeEntry(name).catch(() => undefined);
  },
};
