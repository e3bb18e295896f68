import assert from 'node:assert/strict';
import type { Metadata } from '../../../../src/core/document/model.ts';
import { parseDocument } from '../../../../src/core/document/parse.ts';

function metadataOf(lines: readonly string[], path = 'a.md'): Metadata {
  return parseDocument(lines.join('\n'), path).metadata;
}

describe('metadata in front matter', () => {
  it('is read under its usual keys', () => {
    assert.deepEqual(
      metadataOf([
        '---',
        'services: [mail, web]',
        'severity: SEV-2',
        'status: In Review',
        'date: 2025-10-13',
        'owner: team-mail',
        '---',
      ]),
      {
        services: ['mail', 'web'],
        severity: 'SEV-2',
        status: 'In Review',
        date: '2025-10-13',
        owners: ['team-mail'],
      },
    );
  });

  it('is read under other names, whatever their case and joints', () => {
    assert.deepEqual(
      metadataOf([
        '---',
        'Affected_Services: mail',
        'Incident-Severity: P1',
        'start_time: 2025-10-13T10:20:00Z',
        'owner_slack: "#mail"',
        '---',
      ]),
      {
        services: ['mail'],
        severity: 'P1',
        date: '2025-10-13',
        owners: ['#mail'],
      },
    );
  });

  it('takes lists apart, written as YAML or on one line, and objects by their name', () => {
    assert.deepEqual(metadataOf(['---', 'services:', '  - name: mail', '  - id: web', '---']).services, [
      'mail',
      'web',
    ]);
    assert.deepEqual(metadataOf(['---', 'authors: Ann Lee, Bo Ek and Cy; Di & Ed', '---']).owners, [
      'Ann Lee',
      'Bo Ek',
      'Cy',
      'Di',
      'Ed',
    ]);
  });

  it('prefers date to start_time wherever they stand', () => {
    assert.equal(metadataOf(['---', 'start_time: 2025-01-02', 'date: 2025-01-05', '---']).date, '2025-01-05');
  });

  it('wins over the body', () => {
    assert.equal(metadataOf(['---', 'severity: low', '---', '**Severity:** high']).severity, 'low');
  });

  it('that is a placeholder is no statement', () => {
    const { severity, status, services, owners, date } = metadataOf([
      '---',
      'severity: SEV-X',
      'status: TODO',
      'services: <service>',
      'owner: "{{ owner }}"',
      'date: YYYY-MM-DD',
      '---',
      '**Severity:** high',
    ]);
    assert.deepEqual([severity, status, services, owners, date], ['high', undefined, undefined, undefined, undefined]);
  });

  it('that is a number is read as text', () => {
    assert.equal(metadataOf(['---', 'severity: 2', '---']).severity, '2');
  });
});

describe('metadata in the body', () => {
  it('is read from bold labels, in paragraphs and lists', () => {
    assert.deepEqual(
      metadataOf([
        '# Mail is down',
        '',
        '**Date:** 13 October 2025',
        '**Severity**: SEV-2 (customers affected)',
        '- **Status**: Closed - reviewed',
        '- **Owner:** Ann',
      ]),
      {
        severity: 'SEV-2',
        status: 'Closed',
        date: '2025-10-13',
        owners: ['Ann'],
      },
    );
  });

  it('is read from two-column tables, the header row included', () => {
    assert.deepEqual(
      metadataOf([
        '| Severity | P1 |',
        '| --- | --- |',
        '| **Date** | 2025-10-13 |',
        '| Services affected | mail, web |',
      ]),
      {
        services: ['mail', 'web'],
        severity: 'P1',
        date: '2025-10-13',
      },
    );
  });

  it('is split at the commas of any script', () => {
    assert.deepEqual(metadataOf(['**Services:** mail、web，store；cart']).services, ['mail', 'web', 'store', 'cart']);
  });

  it('is no service where a line under a heading describes one', () => {
    const line = '- Mail is the service that departments use to write to people and to read what they answer.';
    assert.deepEqual(metadataOf(['## Components', '', line]).services, undefined);
  });

  it('is not read from wider tables', () => {
    assert.deepEqual(metadataOf(['| Severity | Count | Note |', '| --- | --- | --- |', '| Status | 3 | x |']), {});
  });

  it('is read from a fenced YAML block', () => {
    assert.deepEqual(
      metadataOf(['# 🔥 Fila', '', '```yaml', 'service: mail', 'severity: high', 'owners: [ann, bo]', '```']),
      {
        services: ['mail'],
        severity: 'high',
        owners: ['ann', 'bo'],
      },
    );
  });

  it('is not read from code in other languages', () => {
    assert.deepEqual(metadataOf(['```sh', 'status: down', '```']), {});
  });

  it('is read from a heading with the fact under it, or in it', () => {
    assert.deepEqual(metadataOf(['# Mail', '## Severity', 'SEV-1', '', '## Status: Closed']), {
      severity: 'SEV-1',
      status: 'Closed',
    });
  });

  it('is read near the top only', () => {
    assert.deepEqual(metadataOf([...Array.from({ length: 100 }, () => 'text\n'), '**Severity:** high']), {});
  });

  it('takes the first of several statements', () => {
    assert.equal(metadataOf(['**Severity:** low', '', '**Severity:** high']).severity, 'low');
  });

  it('leaves out a sentence that only looks like a statement', () => {
    assert.equal(metadataOf([`Status: ${'very long '.repeat(20)}`]).status, undefined);
  });
});

describe('the date of a document', () => {
  it('is the one in the first heading where none is stated', () => {
    assert.equal(metadataOf(['# 2025-10-13 Mail is down'], 'postmortems/2024-01-01-x.md').date, '2025-10-13');
  });

  it('is the one in the path where no heading has one', () => {
    assert.equal(metadataOf(['# Mail is down'], 'postmortems/2025-10-13-mail.md').date, '2025-10-13');
  });

  it('is as precise as it is stated', () => {
    assert.equal(metadataOf(['# Mail is down'], 'postmortems/2025-10/mail.md').date, '2025-10');
    assert.equal(metadataOf(['# Mail is down'], 'postmortems/mail.md').date, undefined);
  });

  it('known by its month or year is made exact by the timeline, if that agrees', () => {
    const timeline = [
      '# Mail is down',
      '',
      '## Timeline',
      '',
      '| Time | Event |',
      '| --- | --- |',
      '| 2025-10-13 10:20 | down |',
      '| 2025-10-14 00:10 | up |',
    ];
    assert.equal(metadataOf(timeline, 'PM2025-001 - Mail.md').date, '2025-10-13');
    assert.equal(metadataOf(timeline, 'postmortems/2025-10/mail.md').date, '2025-10-13');
    assert.equal(metadataOf(timeline, 'postmortems/2025-09/mail.md').date, '2025-09');
    assert.equal(metadataOf(['# Mail', '- 2025-10-13: down'], '2025/mail.md').date, '2025-10-13');
    assert.equal(metadataOf(['# Mail', '- 2025-02-30: down'], '2025/mail.md').date, '2025');
  });

  it('is the first of several, in whatever form and language', () => {
    for (const text of ['5–6 March 2024', 'March 5-6, 2024', '2024-03-05 to 2024-03-06', '5.–6. März 2024']) {
      assert.equal(metadataOf(['# Mail', '', `**Date:** ${text}`]).date, '2024-03-05', text);
    }
    assert.equal(metadataOf(['# Mail', '', '**Date:** 28 February – 2 March 2024']).date, '2024-02-28');
    assert.equal(metadataOf(['# Mail', '', '**Date:** 30 Dec 2023 – 2 Jan 2024']).date, '2023-12-30');
    assert.equal(metadataOf(['# Mail', '', '**Data:** 13 de março de 2026']).date, '2026-03-13');
  });

  it('may be a number', () => {
    assert.equal(metadataOf(['---', 'date: 20240305', '---']).date, '2024-03-05');
    assert.equal(metadataOf(['---', 'date: 20240230', '---']).date, undefined);
  });

  it('stated by its month is made exact by the path, if that agrees', () => {
    assert.equal(metadataOf(['# Mail of March 2024'], 'postmortems/2024-03-05-mail.md').date, '2024-03-05');
    assert.equal(metadataOf(['# Mail of March 2024'], 'postmortems/2024-04-05-mail.md').date, '2024-03');
  });

  it('that does not exist is not one', () => {
    assert.equal(metadataOf(['---', 'date: 2025-02-30', '---']).date, undefined);
  });
});
