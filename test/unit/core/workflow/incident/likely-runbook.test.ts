import assert from 'node:assert/strict';
import { likelyRunbook } from '../../../../../src/core/workflow/incident/likely-runbook.ts';
import { documentOf } from '../../../support/context.ts';

const runbooks = [
  documentOf('runbook', '---\nservice: postbox\n---\n# Postbox is slow\n', 'runbooks/postbox/slow.md'),
  documentOf('runbook', '# QueueGrowsFast\n', 'runbooks/queue.md'),
  documentOf('runbook', '# Rotate keys\n', 'runbooks/rotate.md'),
];
const likely = (text: string) => likelyRunbook(documentOf('postmortem', text, 'postmortems/x.md'), runbooks)?.title;

describe('the likely runbook of an incident', () => {
  it('is the one that its title names', () => {
    assert.equal(likely('---\nservices: [postbox]\n---\n# QueueGrowsFast in Vienna\n'), 'QueueGrowsFast');
    assert.equal(likely('# Queue grows fast, mail is late\n'), 'QueueGrowsFast');
  });

  it('else one of its service, or linked with it', () => {
    assert.equal(likely('---\nservices: [postbox]\n---\n# Nothing is delivered\n'), 'Postbox is slow');
    assert.equal(likely('# Nothing works\n\nSee [this](../runbooks/rotate.md).\n'), 'Rotate keys');
  });

  it('is none that only has a word of its title', () => {
    assert.equal(likely('# The keys are lost\n'), undefined);
  });
});
