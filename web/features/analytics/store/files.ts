/** Folder of one person in one organization in the private file system of this origin. */
async function folder(scope: string): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  const analytics = await root.getDirectoryHandle("analytics", { create: true });
  return analytics.getDirectoryHandle(scope, { create: true });
}

/** The raw files of data sets, byte for byte as they were dropped (OPFS). Each call may fail where storage is forbidden or full. */
export const files = {
  /** Copies a file as a stream: its size does not matter. A copy that fails leaves nothing behind. */
  async write(scope: string, id: string, file: Blob): Promise<void> {
    const home = await folder(scope);
    const handle = await home.getFileHandle(id, { create: true });
    try {
      const target = await handle.createWritable();
      await file.stream().pipeTo(target);
    } catch (error) {
      await home.removeEntry(id).catch(() => undefined);
      throw error;
    }
    await navigator.storage.persist?.().catch(() => false);
  },
  async read(scope: string, id: string): Promise<File> {
    return (await (await folder(scope)).getFileHandle(id)).getFile();
  },
  async remove(scope: string, id: string): Promise<void> {
    await (await folder(scope)).removeEntry(id).catch(() => undefined);
  },
};
