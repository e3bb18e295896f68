/** The part of the standard TextDecoder and AbortSignal that every host has. The core compiles without the types of a host. */
declare class TextDecoder {
  constructor(label: string, options: { fatal: boolean });
  decode(bytes: Uint8Array): string;
}
interface AbortSignal {
  readonly aborted: boolean;
}
