import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type CatalogDocument, readDocument } from '../../../../src/core/document/document.ts';
import { branchName, commitMessage, type CommitHabit } from '../../../../src/core/workflow/message.ts';

const plain: CommitHabit = { records: [], all: [] };
const conventional: CommitHabit = {
  records: ['docs(postmortem): record SEV-2', 'docs(postmortem): update', 'fix: typo', 'docs(postmortem): close'],
  all: [],
};

function record(title: string, facts: Readonly<Record<string, string>> = {}): CatalogDocument {
  const front = Object.entries(facts).map(([key, value]) => `${key}: ${value}\n`);
  const text = `---\ntitle: ${JSON.stringify(title)}\n${front.join('')}---\n\n# ${title}\n`;
  return readDocument({ uri: 'a', root: 'root', path: 'postmortems/a.md' }, text, { kind: 'postmortem', why: '' });
}

function subject(title: string, facts: Readonly<Record<string, string>> = {}, habit = plain): string {
  return commitMessage(record(title, facts), undefined, habit).subject;
}

describe('the message of a commit', () => {
  it('is a plain sentence where commits are', () => {
    assert.equal(subject('Checkout down', { severity: 'SEV-1' }), 'Record incident: Checkout down (SEV-1)');
    assert.equal(subject('Checkout down'), 'Record incident: Checkout down');
    const others = { records: ['Add postmortem for mail', 'Fix typo', 'feat: x'], all: [] };
    assert.equal(subject('Checkout down', {}, others), 'Record incident: Checkout down');
  });

  it('says what is done with the record, and what has changed', () => {
    const before = record('Checkout down', { status: 'In review', severity: 'SEV-2', services: '[web, api]' });
    const after = record('Checkout down', { status: 'Closed', severity: 'SEV-1', services: '[web, api]' });
    assert.deepEqual(commitMessage(after, before, plain), {
      subject: 'Close incident record: Checkout down (SEV-1)',
      body: 'Status: In review → Closed\nSeverity: SEV-2 → SEV-1\nServices: web, api',
    });
    assert.equal(commitMessage(after, after, plain).subject, 'Update incident record: Checkout down (SEV-1)');
    assert.equal(commitMessage(before, after, plain).subject, 'Update incident record: Checkout down (SEV-2)');
    assert.equal(commitMessage(after, after, plain).body, 'Status: Closed\nSeverity: SEV-1\nServices: web, api');
    assert.equal(commitMessage(record('Checkout down'), undefined, plain).body, '');
  });

  it('is conventional where most commits of records are, with what they begin with', () => {
    const text = subject('The "big" queue', { severity: 'SEV-1' }, conventional);
    assert.equal(text, `docs(postmortem): record SEV-1 "The 'big' queue"`);
    const scopes = { records: ['chore(a): a', 'chore(b)!: b', 'chore: c', 'Merge'], all: [] };
    assert.equal(subject('Queue', {}, scopes), 'chore: record "Queue"');
    const types = { records: ['a: a', 'docs: b', 'fix: c', 'feat: d'], all: [] };
    assert.equal(subject('Queue', {}, types), 'docs(incident): record "Queue"');
  });

  it('follows the whole repository where there are too few commits of records', () => {
    const all = ['feat(api): a', 'fix(web): b', 'feat(api): c', 'feat(api): d'];
    assert.equal(subject('Queue', {}, { records: ['Add a record'], all }), 'docs(incident): record "Queue"');
    const young = { records: [], all: ['feat: a', 'feat: b'] };
    assert.equal(subject('Queue', {}, young), 'Record incident: Queue');
  });

  it('does not say twice that it is about an incident', () => {
    for (const [title, what] of [
      ['Postmortem: Queue full', 'Queue full'],
      ['Incident report – Queue full', 'Queue full'],
      ['Post-mortem for: Queue full', 'Queue full'],
      ['Incident: Queue full', 'Queue full'],
      ['Incident 42: Queue full', 'Incident 42: Queue full'],
      ['Incident', 'Incident'],
      ['Postmortem: ', 'Postmortem:'],
    ]) {
      assert.equal(subject(title ?? ''), `Record incident: ${what}`);
    }
  });

  it('has one line of at most 72 characters as its subject, whatever the title is', () => {
    const title = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.lorem({ maxCount: 30 }));
    fc.assert(
      fc.property(title, fc.boolean(), fc.constantFrom('', 'SEV-1'), (text, formal, severity) => {
        const facts = severity === '' ? {} : { severity };
        const line = subject(text, facts, formal ? conventional : plain);
        assert.ok(line.length <= 72 && !/\p{Cs}/u.test(line) && line.trim() === line, line);
        assert.doesNotMatch(line, /\p{Cc}/u);
        assert.ok(formal ? line.startsWith('docs(postmortem): record ') : line.startsWith('Record incident: '));
        assert.ok(severity === '' || line.includes(severity));
      }),
    );
    const long = subject('The checkout was down for all customers in the north because a disk was full');
    assert.equal(long, 'Record incident: The checkout was down for all customers in the north…');
  });
});

describe('the branch of a record', () => {
  it('has its day and its title', () => {
    assert.equal(
      branchName(record('Søk: nede!', { date: '2026-02-03' }), '2026-03-04'),
      'incident/2026-02-03-søk-nede',
    );
    assert.equal(branchName(record('Postmortem: Queue full'), '2026-03-04'), 'incident/2026-03-04-queue-full');
    assert.equal(branchName(record('2026-02-03 Queue', { date: '2026-02-03' }), ''), 'incident/2026-02-03-queue');
  });

  it('has a name that git takes, whatever the title is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (title) => {
        const name = branchName(record(title), '2026-03-04');
        assert.match(name, /^incident\/2026-03-04-[\p{L}\p{M}\p{N}-]+$/u);
        assert.ok(!name.endsWith('-') && !/\p{Cs}/u.test(name), name);
      }),
    );
  });
});
