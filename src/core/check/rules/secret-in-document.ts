import { secretName } from '../../text/secrets/secret.ts';
import { secretRule, secretsOf } from '../facts/secrets.ts';
import type { Report, Rule } from './rule.ts';

/** Reports keys, tokens and passwords in a document. No message contains one. */
export const secretInDocument: Rule = {
  id: secretRule,
  summary: 'The document contains a key, a token or a password.',
  defaultSeverity: 'warning',
  inArchives: true,

  *check({ document, today }): Iterable<Report> {
    for (const secret of secretsOf(document, today).all) {
      const { start, end, doubtful } = secret;
      const name = secretName(secret);
      yield {
        range: { start: document.lines.positionAt(start), end: document.lines.positionAt(end) },
        about: name,
        message: doubtful
          ? `Perhaps a secret: ${name}, but its checksum is wrong. If somebody has issued it, revoke it, then remove it here`
          : `Secret in the text: ${name}. Revoke it first, then remove it here`,
        ...(doubtful && { severity: 'information' as const }),
      };
    }
  },
};
