/**
 * Runs `stop` once on Ctrl+C, a kill or a closed terminal, then ends with status 0. Miniflare ends the process at
 * once on these signals, with its databases open: its listeners are taken off first.
 */
export function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  const once = (): void => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.removeAllListeners(signal);
    process.on(signal, once);
  }
  process.on("disconnect", once);
}
