const polynomial = 0xed_b8_83_20;
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Returns the CRC-32 of a text of ASCII characters (ISO 3309, as in zip and PNG), as an unsigned number. */
export function crc32(text: string): number {
  let rest = 0xff_ff_ff_ff;
  for (let at = 0; at < text.length; at += 1) {
    rest ^= text.charCodeAt(at);
    for (let bit = 0; bit < 8; bit += 1) {
      rest = (rest >>> 1) ^ (rest & 1 ? polynomial : 0);
    }
  }
  return (rest ^ 0xff_ff_ff_ff) >>> 0;
}

/**
 * Returns whether the last six characters of a token are the CRC-32 of those after its prefix, in base 62. GitHub and npm write tokens so:
 * https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
 */
export function endsInBase62Sum(token: string): boolean {
  const body = token.slice(token.indexOf('_') + 1);
  let rest = crc32(body.slice(0, -6));
  let sum = '';
  while (sum.length < 6) {
    sum = digits.charAt(rest % 62) + sum;
    rest = Math.floor(rest / 62);
  }
  return body.endsWith(sum);
}

/** Returns whether a token ends in the CRC-32 of what is before its last underscore: four bytes in hex, lowest first, as Grafana writes it. */
export function endsInHexSum(token: string): boolean {
  const end = token.lastIndexOf('_');
  const sum = crc32(token.slice(0, end));
  const bytes = [0, 8, 16, 24].map((shift) => ((sum >>> shift) & 0xff).toString(16).padStart(2, '0'));
  return token.slice(end + 1) === bytes.join('');
}
