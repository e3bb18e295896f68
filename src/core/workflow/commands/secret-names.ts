/** Parts of names that tell a secret wherever they stand: `PGPASSWORD`, `dbsecret`. */
const anywhere = /token|passw|passphrase|secret|credential|apikey|private|bearer/i;
/** Parts that tell one as a word: `api-key`, `SSH_KEY`, `mysql_pwd`. */
const words = /(?:^|[^a-z])(?:keys?|pass|pwd|pin|otp|mfa|auth|creds?|cookie|session|jwt)(?![a-z])|[a-z]key$/i;

/** Returns whether a name tells a secret, which is never remembered and never logged. */
export function isSecretName(name: string): boolean {
  const spaced = name.replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ');
  return anywhere.test(name) || words.test(spaced);
}
