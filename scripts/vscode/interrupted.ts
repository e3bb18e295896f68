/**
 * Returns a signal that aborts on Ctrl-C or SIGTERM. They no longer end the process: the caller must clean up and exit.
 * Later signals change nothing, because npm repeats a Ctrl-C.
 */
export function interruptedSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => controller.abort(new Error(`Interrupted (${name}).`)));
  }
  return controller.signal;
}

/** Rejects with the reason of `signal` when it aborts; never resolves. */
export function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = (): void => reject(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
    if (signal.aborted) {
      fail();
      return;
    }
    signal.addEventListener('abort', fail, { once: true });
  });
}
