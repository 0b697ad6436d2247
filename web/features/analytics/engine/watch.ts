/**
 * Resolves once the worker of that name has ended, whatever ended it: the browser tells nobody, but it frees the lock that the worker took as it
 * began (`web/duckdb-assets`). Never resolves where no such lock is held: an old copy of the script, a browser without locks.
 */
export async function workerEnded(name: string): Promise<void> {
  // Types have it everywhere; it is not there outside of secure contexts.
  const locks = navigator.locks as LockManager | undefined;
  const { held = [] } = (await locks?.query()) ?? {};
  if (locks === undefined || !held.some((one) => one.name === name)) {
    await new Promise<never>(() => undefined);
    return;
  }
  await locks.request(name, () => undefined);
}
