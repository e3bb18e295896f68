/** The parts of the standard TextDecoder, AbortSignal and atob that every host has. The core compiles without the types of a host. */
declare class TextDecoder {
  constructor(label: string, options: { fatal: boolean });
  decode(bytes: Uint8Array): string;
}
interface AbortSignal {
  readonly aborted: boolean;
}
/** Throws if the text is not base64. */
declare function atob(text: string): string;
