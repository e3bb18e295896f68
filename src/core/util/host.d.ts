/** The parts of the standard TextDecoder, AbortSignal, atob and setTimeout that every host has. The core compiles without the types of a host. */
declare class TextDecoder {
  constructor(label: string, options: { fatal: boolean });
  decode(bytes: Uint8Array): string;
}
interface AbortSignal {
  readonly aborted: boolean;
  /** Throws the reason if it aborted. */
  throwIfAborted(): void;
}
/** Throws if the text is not base64. */
declare function atob(text: string): string;
/** Calls after some milliseconds, when nothing else is done. */
declare function setTimeout(call: () => void, milliseconds: number): unknown;
