/** The part of the standard TextDecoder and AbortSignal that every host has; the core compiles without a host's types. */
declare class TextDecoder {
  constructor(label: string, options: { fatal: boolean });
  decode(bytes: Uint8Array): string;
}
interface AbortSignal {
  readonly aborted: boolean;
}
