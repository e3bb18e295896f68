import assert from 'node:assert/strict';
import { classify, type Classification } from '../../../../../src/core/document/kind/classify.ts';
import { operationsFolder, postmortemFolder } from '../../../../../src/core/document/kind/folders.ts';
import { pathWords, wholeOf, wordsOf } from '../../../../../src/core/document/kind/words.ts';
import { parseDocument } from '../../../../../src/core/document/parse.ts';

function classified(path: string, ...lines: readonly string[]): Classification {
  return classify(path, parseDocument(lines.join('\n'), path));
}

function assertKind(kind: Classification['kind'], why: RegExp, path: string, ...lines: readonly string[]): void {
  const result = classified(path, ...lines);
  assert.equal(result.kind, kind, result.why);
  assert.match(result.why, why);
}

const alertRunbook = [
  '# QueueAlmostFull',
  '',
  '## Meaning',
  'The queue fills up.',
  '## Impact',
  'Mail is late.',
  '## Diagnosis',
  'Look at it.',
  '## Mitigation',
  'Add a disk.',
];
const record = [
  '# Mail was late',
  '',
  '## Summary',
  'Late mail.',
  '## Timeline',
  '- 10:20 full',
  '- 10:30 page',
  '- 10:50 fixed',
  '## Root cause',
  'A full disk.',
  '## Action items',
  '- alert',
];
const procedure = ['1. Stop it.', '2. Start it.', '3. Wait.', '', '```sh', 'kubectl get pods', '```'];

describe('what is neither runbook nor postmortem', () => {
  it('is a README, wherever it stands', () => {
    assertKind('other', /README/, 'runbooks/README.md', '# Our runbooks', 'They are here.', ...procedure);
    assertKind('other', /README/, 'README.html.md', '# Mail');
  });

  it('is a template by its file name', () => {
    for (const name of [
      'TEMPLATE.md',
      'template-postmortem.md',
      'runbook-template.md',
      'PMyyyy-nnn - Title.md',
      'YYYY-MM-DD-title.md',
      'archetype.md',
    ]) {
      assertKind('other', /template/, `postmortems/${name}`, ...record);
    }
  });

  it('is a template by its folder', () => {
    assertKind('other', /template/, 'docs/templates/mail.md', ...record);
    assertKind('other', /template/, '.runbook-lens/templates/mail.md', ...alertRunbook);
  });

  it('is a template by its title', () => {
    assertKind('other', /template/, 'postmortems/new.md', '# Postmortem template', ...record.slice(1));
  });

  it('is an index or another general page', () => {
    for (const name of ['index.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'glossary.md', '_sidebar.md']) {
      assertKind('other', /general page/, `runbooks/${name}`, '# About', ...procedure);
    }
  });

  it('is no page of a site that keeps each document as the index or README of a folder', () => {
    assertKind('runbook', /sections/, 'content/runbooks/disk-full/index.md', ...alertRunbook);
    assertKind('runbook', /sections/, 'runbooks/disk-full/README.md', ...alertRunbook);
  });

  it('is no runbook whose title merely contains a word that such pages have', () => {
    for (const title of [
      'Elasticsearch index is read-only',
      'Rebuild search index',
      'Catalog API is down',
      'Onboarding failing',
    ]) {
      const name = title.toLowerCase().replaceAll(' ', '-');
      assertKind('runbook', /runbooks/, `runbooks/${name}.md`, `# ${title}`, ...procedure);
    }
    assertKind('runbook', /runbooks/, 'runbooks/TemplateRenderingFails.md', '# TemplateRenderingFails', ...procedure);
    assertKind(
      'other',
      /policy/,
      'ops/error-budget-policy.md',
      '# Error budget policy',
      'We stop releases when it is spent.',
    );
  });

  it('is a list of links', () => {
    assertKind(
      'other',
      /list of links/,
      'runbooks/start.md',
      '# On call',
      '- [a](a.md)',
      '- [b](b.md)',
      '- [c](c.md)',
      '- [d](d.md)',
      '- [e](e.md)',
    );
  });

  it('is a stub that points elsewhere', () => {
    assertKind(
      'other',
      /stub/,
      'runbooks/mail.md',
      '# Mail',
      'This runbook has moved to [the wiki](https://example.org).',
    );
  });

  it('is a page about writing such documents', () => {
    assertKind('other', /about writing/, 'postmortems/start.md', '# How to write a postmortem', ...record.slice(1));
  });

  it('is not about writing such documents where its title only says of which kind it is', () => {
    const steps = ['## Steps', '1. Run `kubectl get pods`.', '2. Isolate the host.', '3. Kill the process.'];
    for (const title of ['Playbook: Process Injection', 'Runbook - Training jobs hang', 'RUNBOOK：Format a disk']) {
      assertKind('runbook', /./, 'runbooks/one.md', `# ${title}`, ...steps);
    }
    assertKind('other', /about writing/, 'runbooks/new.md', '# Runbook: adding a new runbook', ...steps);
  });

  it('is a policy', () => {
    assertKind(
      'other',
      /policy/,
      'docs/incident-policy.md',
      '# Incident policy',
      'We respond to incidents.',
      '## Severity',
      'One to five.',
    );
    assertKind(
      'other',
      /./,
      'docs/severity-levels.md',
      '# Severity levels',
      '| Level | Impact |',
      '| --- | --- |',
      '| 1 | all |',
    );
  });

  it('is a decision record', () => {
    assertKind(
      'other',
      /adr|Decision|Consequences/i,
      'docs/adr/0001-mail.md',
      '# Use a queue',
      '## Context',
      'x',
      '## Decision',
      'y',
      '## Consequences',
      'z',
    );
  });

  it('is a changelog by what stands in it', () => {
    assertKind(
      'other',
      /./,
      'docs/whats-new.md',
      '# What is new',
      '## Unreleased',
      '### Added',
      '- x',
      '### Fixed',
      '- y',
      '### Changed',
      '- z',
    );
  });

  it('is an index, but not the page of one incident', () => {
    const told = ['# Orders were slow', '## What happened', 'A disk was full.', '## What we learned', 'Watch it.'];
    assertKind('postmortem', /postmortems/, 'postmortems/slow-orders/index.md', ...told);
    const links = ['# Orders', '- [a](a.md)', '- [b](b.md)', '- [c](c.md)', '- [d](d.md)'];
    assertKind('other', /index/, 'postmortems/orders/index.md', ...links);
    assertKind('other', /index/, 'postmortems/index.md', '# Postmortems', 'They are here.');
  });

  it('is a retired page, or instructions for an agent', () => {
    assertKind('other', /retired/, 'runbooks/queue.md', '# [RETIRED 2024-05-06] Queue', ...procedure);
    assertKind('other', /retired/, 'runbooks/queue.md', '# Deprecated: the old queue', ...procedure);
    assertKind('runbook', /runbooks/, 'runbooks/DeprecatedMachineType.md', '# DeprecatedMachineType', ...procedure);
    assertKind('other', /agent/, '.claude/skills/queue/SKILL.md', '# Restart the queue', ...procedure);
    assertKind('other', /agent/, '.github/agents/queue.agent.md', '# Restart the queue', ...procedure);
  });

  it('is what nothing speaks for', () => {
    assertKind('other', /too few signs/, 'docs/mail.md', '# Mail', 'We send mail.');
    assertKind('other', /too few signs/, 'docs/empty.md');
  });
});

describe('a runbook', () => {
  it('is known by its folder', () => {
    assertKind('runbook', /it is in runbooks\//, 'runbooks/mail/queue.md', '# Queue', 'Restart it.');
    assertKind('runbook', /it is in alerts\//, 'docs/alerts/queue.html.md.erb', '# Queue', 'Restart it.');
    assertKind('runbook', /it is in playbooks\//, 'PlayBooks/queue.md', '# Queue', 'Restart it.');
  });

  it('for an alert is known by its sections and name, wherever it stands', () => {
    assertKind('runbook', /the sections Diagnosis, Mitigation/, 'content/mail/QueueAlmostFull.md', ...alertRunbook);
    assert.match(classified('content/mail/QueueAlmostFull.md', ...alertRunbook).why, /alert name/);
  });

  it('for a task is known by its title, its steps and their commands', () => {
    assertKind('runbook', /names a task/, 'docs/operations/rotate-keys.md', '# Rotate the keys', ...procedure);
  });

  it('for a fault is known by its title and its procedure', () => {
    assertKind(
      'runbook',
      /names a fault/,
      'docs/on-call/queue.md',
      '# Queue is full',
      '## Diagnosis',
      'Look.',
      ...procedure,
    );
  });

  it('may be a README that says that it is one', () => {
    assertKind('runbook', /title says so/, 'services/mail/README.md', '# Runbook: mail', ...procedure);
    assertKind('runbook', /title says so/, 'services/mail/README.md', '# Mail runbook', ...procedure);
  });

  it('may use ERB in a site', () => {
    assertKind(
      'runbook',
      /it is in alerts\//,
      'source/alerts/queue.html.md.erb',
      '---',
      'title: Queue',
      'owner_slack: "#mail"',
      'review_in: 6 months',
      '---',
      'Restart it.',
    );
  });

  it('stands by its folder even below one for incidents', () => {
    assertKind('runbook', /runbooks\//, 'incidents/runbooks/queue.md', '# Queue', ...procedure);
  });
});

describe('a postmortem', () => {
  it('is known by its folder', () => {
    assertKind('postmortem', /it is in postmortems\//, 'postmortems/mail.md', '# Mail was late', 'A disk was full.');
    assertKind(
      'postmortem',
      /it is in post mortems?\/|postmortems/,
      'docs/post-mortems/mail.md',
      '# Mail was late',
      'A disk was full.',
    );
    assertKind(
      'postmortem',
      /it is in incident reports\//,
      'docs/incident_reports/mail.md',
      '# Mail was late',
      'A disk was full.',
    );
  });

  it('is known by its sections, wherever it stands', () => {
    assertKind('postmortem', /the sections Timeline, Root cause, Action items/, 'docs/2025/mail.md', ...record);
  });

  it('is known by its record number and its sections', () => {
    assertKind(
      'postmortem',
      /record number/,
      'docs/PM2025-001 - Mail.md',
      '# Mail was late',
      '## Timeline',
      'x',
      '## Root cause',
      'y',
    );
    assertKind(
      'postmortem',
      /record number/,
      'docs/INC-0042-mail.md',
      '# Mail was late',
      '## Timeline',
      'x',
      '## Root cause',
      'y',
    );
  });

  it('may have bold labels in place of headings', () => {
    assertKind(
      'postmortem',
      /sections/,
      'docs/history-of-mail.md',
      '# Mail',
      '- **Key events**',
      '  - 10:20 full',
      '  - 10:40 page',
      '  - 10:50 fixed',
      '- **Impact**: late mail',
      '- **Context**: a disk',
      '- **Review actions**: alert',
    );
  });

  it('is known by its title, date and timeline', () => {
    assertKind(
      'postmortem',
      /title says so/,
      'notes/2025-10-13-mail.md',
      '# Postmortem: mail',
      '- 10:20 full',
      '- 10:40 page',
      '- 10:50 fixed',
    );
  });

  it('is known by the times in its front matter', () => {
    assertKind(
      'postmortem',
      /front matter describes an incident/,
      'site/2025-10-13-mail.md',
      '---',
      'start_time: 2025-10-13T10:20:00Z',
      'severity: SEV-2',
      '---',
      '# Mail outage',
      'It broke.',
    );
  });
});

describe('the reason of a classification', () => {
  it('is never empty and names at most three things', () => {
    for (const path of ['a.md', 'runbooks/a.md', 'postmortems/2025-10-13-a.md', 'README.md', 'x/templates/a.md']) {
      for (const text of ['', record.join('\n'), alertRunbook.join('\n'), procedure.join('\n')]) {
        const { why } = classify(path, parseDocument(text, path));
        assert.ok(why.trim() !== '');
        assert.ok(why.split('; ').length <= 3, why);
      }
    }
  });
});

describe('words', () => {
  it('are the same however a name is joined', () => {
    for (const name of ['QueueAlmostFull', 'queue-almost-full', 'queue_almost_full', 'Queue almost full']) {
      assert.equal(wordsOf(name), 'queue almost full');
    }
  });

  it('know the words that are written in one and in two', () => {
    assert.equal(wordsOf('Post-Mortem and Run Book and play_books'), 'postmortem and runbook and playbooks');
    assert.equal(wordsOf('Pós-mortem'), 'postmortem');
  });

  it('are compared without accents', () => {
    assert.equal(wordsOf('Rotação de Credenciais'), 'rotacao de credenciais');
    assert.match(wordsOf('Vorfälle'), postmortemFolder());
    assert.match(wordsOf('war-stories'), postmortemFolder());
  });

  it('are found whole, except in scripts without spaces', () => {
    for (const title of ['The ops team', '運用手順書', 'Інструкції для всіх']) {
      assert.match(wordsOf(title), operationsFolder());
    }
    for (const title of ['Drops', 'Неінструкції']) {
      assert.doesNotMatch(wordsOf(title), operationsFolder());
    }
    assert.ok(wholeOf(['design', 'goals?']).test('goal') && !wholeOf(['design', 'goals?']).test('my goal'));
  });

  it('of a path are those of its folders and its name without markdown endings', () => {
    assert.deepEqual(pathWords('docs/onCall/Queue.html.md.erb'), {
      folders: ['docs', 'on call'],
      name: 'queue',
      stem: 'Queue',
    });
    assert.deepEqual(pathWords('a.md'), { folders: [], name: 'a', stem: 'a' });
  });
});
