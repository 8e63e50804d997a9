/** Runs `stop` once at the first SIGINT or SIGTERM; a second one ends the process at once. */
export function stopWhenTold(stop: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
