import assert from 'node:assert/strict';
import { classify } from '../../../../../src/core/document/kind/classify.ts';
import { fitted } from '../../../../../src/core/document/kind/weights.ts';
import { possiblePostmortem, possibleRunbook } from '../../../../support/documents.ts';
import { parseDocument } from '../../../../../src/core/document/parse.ts';

/** How far from the bounds the probabilities of documents stay that other tests take for possible. */
const margin = 0.05;

describe('documents that tests take for possible', () => {
  for (const [path, text, kind] of [
    ['services/docs/queue-workers.md', possibleRunbook('Queue workers'), 'runbook'],
    ['services/docs/cache-nodes.md', possibleRunbook('Cache nodes'), 'runbook'],
    ['handbook/docs/print-servers.md', possibleRunbook('Print servers'), 'runbook'],
    ['handbook/mail-2025-03-02.md', possiblePostmortem, 'postmortem'],
  ] as const) {
    it(`are possible, and not nearly otherwise: ${path}`, () => {
      const { possible, probability = 0 } = classify(path, parseDocument(text, path));
      assert.equal(possible, kind);
      assert.ok(probability > fitted.bounds.possible + margin, `${probability}`);
      assert.ok(probability < fitted.bounds.decided - margin, `${probability}`);
    });
  }
});
