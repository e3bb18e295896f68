import { isRecord } from '../unknown.ts';

/** Returns the bytes of a text in base64 or base64url as characters from U+0000 to U+00FF; undefined if it is neither. */
export function decoded(text: string): string | undefined {
  try {
    return atob(
      text
        .replaceAll('-', '+')
        .replaceAll('_', '/')
        .replace(/={1,2}$/, ''),
    );
  } catch {
    return undefined;
  }
}

/** Returns the JSON object that a text in base64 or base64url holds; undefined if there is none. */
export function decodedJson(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(decoded(text) ?? '');
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
