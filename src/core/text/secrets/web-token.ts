import { decodedJson } from './base64.ts';

/** Returns whether a JSON Web Token (RFC 7519) is signed and has not expired before a day (YYYY-MM-DD, UTC). */
export function isValidToken(token: string, today: string): boolean {
  const [head = '', body = ''] = token.split('.');
  const { alg } = decodedJson(head) ?? {};
  const { exp } = decodedJson(body) ?? {};
  const isExpired = typeof exp === 'number' && exp * 1000 < Date.parse(today);
  return typeof alg === 'string' && alg.toLowerCase() !== 'none' && !isExpired;
}
