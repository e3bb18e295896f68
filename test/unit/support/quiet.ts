import type { Logger } from '../../../src/core/ports.ts';

/** A logger that remembers what it was told. */
export function recordingLogger(): Logger & { readonly messages: string[] } {
  const messages: string[] = [];
  return {
    messages,
    info: (message) => void messages.push(`info: ${message}`),
    warn: (message) => void messages.push(`warn: ${message}`),
    error: (message, error) => void messages.push(`error: ${message}: ${String(error)}`),
  };
}
