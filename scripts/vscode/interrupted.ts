/**
 * A signal that aborts when this process is asked to end (Ctrl-C or SIGTERM), which from now on does not end it: the
 * caller has to clean up and exit. Further requests change nothing, since npm passes on a Ctrl-C that this process
 * has received already.
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
