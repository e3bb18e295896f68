import assert from 'node:assert/strict';
import { isPlan, purposeOf, tellsOfDetection } from '../../../../../src/core/workflow/lessons/verbs.ts';

describe('purposeOf', () => {
  const cases = {
    looking: [
      'Found that the disk is full',
      'By looking at the logs, we confirmed that it was solved',
      'log by courier shows one client',
      'We ran the query again',
      'CE discovered that pods were OOM killed',
    ],
    acting: [
      'Rolled the release back',
      'scaled from 8 to 12 pods',
      'Decided to increase cluster size to 4',
      'Deleted the pods, which we found in the list',
      'restart both hub and proxy pods',
    ],
    neither: [
      'Lunch',
      'Error rate increases',
      'Launch success begins increasing',
      'Issue reported by customer',
      'Restarted the queue, no effect',
      'scaled to 16 pods; latency unchanged',
      'deleting pods does not seem to do anything',
      'the pod restarted itself',
      'raised to SEV-1',
      'Responded to the customer saying it was fixed',
      'New pods show up',
    ],
  };
  for (const [purpose, texts] of Object.entries(cases)) {
    it(`tells ${purpose}`, () => {
      for (const text of texts) {
        assert.equal(purposeOf(text) ?? 'neither', purpose, text);
      }
    });
  }
});

describe('tellsOfDetection', () => {
  it('knows how incidents are noticed', () => {
    for (const text of [
      'page QueueBacklog',
      'Users report errors',
      'Alert fires',
      'We notice errors',
      'SEV-2 incident declared',
    ]) {
      assert.equal(tellsOfDetection(text), true, text);
    }
    for (const text of ['Release 2026.15', 'Deployed to production', 'Opened the homepage']) {
      assert.equal(tellsOfDetection(text), false, text);
    }
  });
});

describe('isPlan', () => {
  it('knows what is yet to be done', () => {
    for (const text of [
      'We should monitor this',
      'Further alerting could be used',
      'The infra team will add one',
      'TODO',
    ]) {
      assert.equal(isPlan(text), true, text);
    }
    for (const text of [
      'We restarted it',
      'Nobody knew that it should alert',
      'The cache was full. We should have known.',
    ]) {
      assert.equal(isPlan(text), false, text);
    }
  });
});
