import assert from 'node:assert/strict';
import fc from 'fast-check';
import { errorBudget, readDocument, recordedIncident, type RecordedIncident } from '../../../../src/core/index.ts';
import { failedShare } from '../../../../src/core/service/failed-share.ts';
import { languages, split } from '../../../../src/core/vocabulary/words.ts';
import { documentOf } from '../../support/context.ts';
import { plausibleDocument } from '../../support/markdown.ts';

function incidentOf(text: string): RecordedIncident {
  const incident = recordedIncident(documentOf('postmortem', text));
  assert.ok(incident);
  return incident;
}

/** Start and end of a record as ISO 8601 to the minute. */
function spanOf(text: string): ReadonlyArray<string | undefined> {
  const { start, end } = incidentOf(text);
  return [start, end].map((time) => time?.toISOString().slice(0, 16));
}

function shareOf(text: string): number | undefined {
  return failedShare(documentOf('postmortem', text));
}

describe('the incident of a record', () => {
  it('has what front matter states', () => {
    const text = `---
title: Orders failed
date: 2026-04-14
services: [checkout, cart]
start_time: 2026-04-14T10:00:00Z
resolved_at: 2026-04-14T10:38:00Z
error_rate: 12%
---

# Orders failed
`;
    const incident = incidentOf(text);
    const { uri, path } = documentOf('postmortem', text);
    assert.deepEqual(incident, {
      title: 'Orders failed',
      uri,
      path,
      day: '2026-04-14',
      start: new Date('2026-04-14T10:00:00Z'),
      end: new Date('2026-04-14T10:38:00Z'),
      share: 0.12,
      services: ['checkout', 'cart'],
    });
  });

  it('has what labels and tables state', () => {
    assert.deepEqual(
      spanOf(
        '# Orders failed\n\n**Start:** 2026-04-14 12:00 CEST\n**End:** 2026-04-14 12:38 CEST\n**Error rate:** 12 %\n',
      ),
      ['2026-04-14T10:00', '2026-04-14T10:38'],
    );
    const table =
      '# Orders failed\n\n| Fact | Value |\n| --- | --- |\n| Service | checkout |\n| Started | 2026-04-14 10:00 UTC |\n| Resolved | 2026-04-14 10:38 UTC |\n| Error rate | 12 % |\n';
    assert.deepEqual(spanOf(table), ['2026-04-14T10:00', '2026-04-14T10:38']);
    assert.equal(shareOf(table), 0.12);
    assert.deepEqual(incidentOf(table).services, ['checkout']);
  });

  it('takes the date of the record where a time has none, and the next day where it would end before it began', () => {
    assert.deepEqual(spanOf('# Orders failed\n\n**Date:** 2026-04-14\n**Start:** 21:50 UTC\n**End:** 22:10 UTC\n'), [
      '2026-04-14T21:50',
      '2026-04-14T22:10',
    ]);
    assert.deepEqual(spanOf('# Orders failed\n\n**Date:** 2026-04-14\n**Start:** 21:50 UTC\n**End:** 00:20 UTC\n'), [
      '2026-04-14T21:50',
      '2026-04-15T00:20',
    ]);
    assert.deepEqual(spanOf('# Orders failed\n\n**Start:** 21:50 UTC\n**End:** 22:10 UTC\n'), [undefined, undefined]);
  });

  it('takes the end of the impact before the time at which all was done', () => {
    assert.deepEqual(
      spanOf(
        '---\nstart_time: 2026-04-14T10:00:00Z\nend_time: 2026-04-14T10:38:00Z\nresolved_at: 2026-04-14T14:00:00Z\n---\n\n# Orders failed\n',
      ),
      ['2026-04-14T10:00', '2026-04-14T10:38'],
    );
  });

  it('takes a duration where start or end is missing', () => {
    assert.deepEqual(spanOf('# Orders failed\n\n**Start:** 2026-04-14 10:00 UTC\n**Duration:** 38 minutes\n'), [
      '2026-04-14T10:00',
      '2026-04-14T10:38',
    ]);
    assert.deepEqual(spanOf('# Orders failed\n\n**Resolved:** 2026-04-14 10:38 UTC\n**Duration:** 38 minutes\n'), [
      '2026-04-14T10:00',
      '2026-04-14T10:38',
    ]);
  });

  it('has no times that the record does not state', () => {
    const text =
      '# Orders failed\n\n**Date:** 2026-04-14\n\n## Timeline\n\n- 10:00 UTC Orders fail\n- 10:38 UTC All is well\n';
    assert.deepEqual(spanOf(text), [undefined, undefined]);
    assert.equal(incidentOf(text).day, '2026-04-14');
    assert.equal(incidentOf('# Orders failed\n').day, undefined);
  });

  it('is none of documents that record none', () => {
    assert.equal(recordedIncident(documentOf('runbook', '# Restart\n\n**Error rate:** 12 %\n')), undefined);
    const notes = readDocument({ uri: 'a.md', root: 'root', path: 'a.md' }, '# Notes\n');
    assert.equal(recordedIncident(notes), undefined);
  });
});

describe('the share that failed', () => {
  const label = (name: string, value: string): string =>
    `# Orders failed\n\n**Service:** checkout\n**${name}:** ${value}\n`;

  it('is a rate, or what availability leaves', () => {
    const cases: ReadonlyArray<readonly [string, string, number]> = [
      ['Error rate', '12 %', 0.12],
      ['Error rate', '12%', 0.12],
      ['Error rate', '~12.5 %', 0.125],
      ['Error rate', 'about 12 percent', 0.12],
      ['Error rate', '12,5 %', 0.125],
      ['Error rate', '12 % of all orders', 0.12],
      ['Error rate', '12 % (mobile only)', 0.12],
      ['Error rate', '0 %', 0],
      ['Error rate', '100 %', 1],
      ['Failed requests', '3 %', 0.03],
      ['Error rate (percent)', '12', 0.12],
      ['Availability', '88 %', 0.12],
      ['Availability', '99.9 %', 0.001],
      ['Availability', '0 %', 1],
      ['Success rate', '88 %', 0.12],
      ['Impact', '12 % of requests failed.', 0.12],
      ['Outage', 'All requests failed', 1],
    ];
    for (const [name, value, share] of cases) {
      assert.equal(shareOf(label(name, value)), share, `${name}: ${value}`);
    }
    assert.equal(shareOf('---\nerror_rate_percent: 12\n---\n\n# Orders failed\n'), 0.12);
    assert.equal(shareOf('---\navailability: "88 %"\n---\n\n# Orders failed\n'), 0.12);
  });

  it('is all where the record states a full outage, of all or of its service', () => {
    for (const value of [
      'Full outage',
      'Complete outage.',
      'Total outage of checkout',
      'Full outage of the checkout',
    ]) {
      assert.equal(shareOf(label('Impact', value)), 1, value);
    }
    assert.equal(shareOf('---\nimpact: full outage\n---\n\n# Orders failed\n'), 1);
  });

  it('is not taken from what is not clear', () => {
    for (const [name, value] of [
      ['Error rate', '0.12'],
      ['Error rate', '10-15 %'],
      ['Error rate', 'up to 12 %'],
      ['Error rate', '12 % at peak'],
      ['Error rate', '12 %, later 30 %'],
      ['Error rate', '12 % (30 % at its peak)'],
      ['Error rate', '120 %'],
      ['Error rate', 'high'],
      ['Error rate', 'TBD'],
      ['Error rate', '<12 %>'],
      ['Failed requests', '1,240'],
      ['Availability', '99.9'],
      ['Impact', 'Full outage of 3 % of the nodes'],
      ['Impact', 'Full outage of search'],
      ['Impact', 'Partial outage'],
      ['Impact', 'No full outage'],
      ['Impact', '12 % of requests failed in one region'],
      ['Impact', '12 % of users failed'],
      ['Impact', 'Up to 12 % of requests failed'],
      ['Summary', 'Full outage'],
    ] as const) {
      assert.equal(shareOf(label(name, value)), undefined, `${name}: ${value}`);
    }
    assert.equal(shareOf('---\nservices: [checkout, cart]\nimpact: Full outage of cart\n---\n\n# A\n'), undefined);
    assert.equal(shareOf('# Orders failed\n\nThe error rate was 12 %.\n'), undefined);
    assert.equal(shareOf('# Orders failed\n\n## Timeline\n\n- 10:00 Error rate: 12 %\n'), undefined);
  });

  it('is stated by front matter before labels, and the first clear one counts', () => {
    assert.equal(shareOf('---\nerror_rate: 12%\n---\n\n# Orders failed\n\n**Error rate:** 30 %\n'), 0.12);
    assert.equal(shareOf(label('Error rate', 'high\n**Availability:** 88 %')), 0.12);
  });

  it('is read by the words of each language', () => {
    const known = languages.filter(({ failing }) => failing.rate !== '');
    assert.ok(known.length >= 7);
    for (const { code, failing } of known) {
      for (const name of split(failing.rate)) {
        assert.equal(shareOf(label(name, '12 %')), 0.12, `${code}: ${name}`);
      }
      for (const name of split(failing.availability)) {
        assert.equal(shareOf(label(name, '88 %')), 0.12, `${code}: ${name}`);
      }
      for (const word of split(failing.percent)) {
        assert.equal(shareOf(label('Error rate', `12 ${word}`)), 0.12, `${code}: ${word}`);
      }
    }
    const outages: Readonly<Record<string, readonly [string, string]>> = {
      de: ['Auswirkung', 'Vollständiger Ausfall'],
      fr: ['Impact', 'Panne totale'],
      es: ['Impacto', 'Caída total'],
      pt: ['Impacto', 'Queda total'],
      nl: ['Impact', 'Volledige uitval'],
      ja: ['影響', '全面停止'],
    };
    for (const value of [
      '12 % der Anfragen schlugen fehl',
      '12 % des requêtes ont échoué',
      '12 % de peticiones fallaron',
    ]) {
      assert.equal(shareOf(label('Impact', value)), 0.12, value);
    }
    for (const [code, [name, value]] of Object.entries(outages)) {
      assert.equal(shareOf(label(name, value)), 1, code);
    }
  });
});

describe('incidents of any text', () => {
  it('have a share between nothing and all, and can be counted', () => {
    const now = new Date('2026-04-30T12:00:00Z');
    fc.assert(
      fc.property(plausibleDocument('postmortem'), fc.string(), (text, value) => {
        for (const record of [text, `---\nerror_rate: ${value}\n---\n${text}`, `# A\n\n**Error rate:** ${value}\n`]) {
          const incident = incidentOf(record);
          assert.ok(incident.share === undefined || (incident.share >= 0 && incident.share <= 1));
          const budget = errorBudget(
            {
              name: 'a',
              service: 'b',
              target: 0.99,
              window: { days: 30, calendar: false },
              source: 'sloth',
              range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
              path: 'a.yaml',
            },
            [incident, { ...incident, services: ['b'] }],
            now,
          );
          assert.ok('spent' in budget && budget.spent >= 0 && Number.isFinite(budget.spent));
        }
      }),
    );
  });
});
