import assert from 'node:assert/strict';
import { blamesIn } from '../../../../src/core/check/wording/blame.ts';
import { warnsNearby, warnsStrongly } from '../../../../src/core/check/shell/warnings.ts';
import { schemesOf } from '../../../../src/core/check/facts/schemes.ts';
import { readDocument, type CatalogDocument } from '../../../../src/core/document/document.ts';
import { fieldNamed } from '../../../../src/core/document/fields.ts';
import { postmortemTitle, runbookTitle } from '../../../../src/core/document/kind/titles.ts';
import { wordsOf } from '../../../../src/core/document/kind/words.ts';
import { readActionItems } from '../../../../src/core/record/actions/read.ts';
import { phaseOf } from '../../../../src/core/record/status.ts';
import { readTimelines } from '../../../../src/core/record/timeline/read.ts';
import { statedTimes } from '../../../../src/core/record/timeline/stated-times.ts';
import { findDate } from '../../../../src/core/time/dates.ts';
import { readDay } from '../../../../src/core/time/day.ts';
import { readInterval } from '../../../../src/core/time/interval.ts';
import { readStamp } from '../../../../src/core/time/stamp.ts';
import { zoneOffset, findZone } from '../../../../src/core/time/zone.ts';
import { monthNamed, numberNamed, weekdayNamed } from '../../../../src/core/vocabulary/calendar.ts';
import type { Language } from '../../../../src/core/vocabulary/language.ts';
import { isPlaceholder } from '../../../../src/core/vocabulary/placeholder.ts';
import { canonicalIds } from '../../../../src/core/vocabulary/vocabulary.ts';
import { languages, split } from '../../../../src/core/vocabulary/words.ts';
import { meaningOf } from '../../../../src/core/workflow/review/status.ts';

/** Those that are known in full; of the others only what tells the kind of a document is. */
const complete = languages.filter(({ labels }) => labels.facts.date !== '');

function entries<K extends string>(record: Readonly<Record<K, string>>): Array<readonly [id: K, name: string]> {
  return (Object.entries(record) as Array<[K, string]>).flatMap(([id, words]) =>
    split(words).map((name) => [id, name] as const),
  );
}

function first(words: string): string {
  return split(words)[0] ?? '';
}

/** The alternatives of a pattern that are words and no more. */
function plainWords(pattern: string): string[] {
  const outside = pattern.replace(/\([^()]*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)[^()]*)*\)/g, '(');
  return split(outside).filter((word) => /^[\p{L}\p{M}ー]+(?:[ -][\p{L}\p{M}]+)*$/u.test(word));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** 5 March 2024 in words, or in signs where the language writes dates so. */
function date({ time }: Language): string {
  const [year, month, day] = split(time.signs);
  const march = split(time.months)[2]?.split(',')[0] ?? '';
  return year === undefined ? `5 ${march} 2024` : `2024${year}3${month}5${day}`;
}

function read(path: string, text: string): CatalogDocument {
  return readDocument({ uri: `file:///${path}`, root: 'file:///', path }, text);
}

function stringsIn(value: unknown, path = ''): Array<readonly [path: string, text: string]> {
  return typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as Record<string, unknown>).flatMap(([key, each]) => stringsIn(each, `${path}.${key}`));
}

describe('languages', () => {
  it('begin with English and are told apart', () => {
    assert.equal(languages[0]?.code, 'en');
    assert.ok(languages.length >= 9 && complete.length >= 6);
    const codes = languages.map(({ code }) => code);
    assert.deepEqual([...new Set(codes)], codes);
  });

  for (const language of languages) {
    const { code, kind, wording } = language;

    describe(code, () => {
      it('has patterns without groups that capture, and without white space or empty words at an end', () => {
        for (const [path, text] of stringsIn(language)) {
          assert.doesNotMatch(text, /(?<!\\)\((?!\?)/, path);
          assert.doesNotMatch(text, /^[\s|]|[\s|]$|\|\|(?!.*,)/, path);
          assert.doesNotThrow(() => new RegExp(text.replaceAll('~', '\\p{L}*'), 'u'), path);
        }
      });

      it('tells the kind by its titles', () => {
        const telling = (words: string, pattern: RegExp): string[] =>
          plainWords(words).filter((word) => !pattern.test(wordsOf(`${capital(word)}: x`)));
        assert.deepEqual(telling(kind.postmortem, postmortemTitle()), []);
        assert.deepEqual(telling(kind.runbook, runbookTitle()), []);
      });

      it('warns and blames by its words', () => {
        assert.deepEqual(
          plainWords(wording.danger).filter((word) => !warnsStrongly(`x. ${capital(word)}: y`)),
          [],
        );
        assert.deepEqual(
          plainWords(wording.care).filter((word) => !warnsNearby(`x ${word} y`)),
          [],
        );
        assert.deepEqual(
          plainWords(wording.humanError).filter((word) => blamesIn(`x ${word} y.`).length === 0),
          [],
        );
      });
    });
  }

  for (const language of complete) {
    const { code, labels, time, actions, grammar } = language;

    describe(`${code}, in full`, () => {
      it('has names that stand for one section each, and are found', () => {
        for (const kind of ['runbook', 'postmortem'] as const) {
          const found = entries<string>(language[kind]).map(([id, name]) => [
            id,
            canonicalIds(kind, capital(name)),
            name,
          ]);
          assert.deepEqual(
            found,
            entries<string>(language[kind]).map(([id, name]) => [id, [id], name]),
          );
        }
      });

      it('has names of facts, steps, phases and states that mean what they say', () => {
        const wrong = [
          ...entries(labels.facts).filter(([id, name]) => fieldNamed(name) !== id),
          ...entries(language.phases).filter(([id, name]) => phaseOf(capital(name)) !== id),
          ...entries(language.reviews).filter(([id, name]) => meaningOf(capital(name)) !== id),
        ];
        assert.deepEqual(wrong, []);
      });

      it('has months and weekdays that mean their number, in dates too', () => {
        const months = split(time.months);
        const weekdays = split(time.weekdays);
        assert.equal(months.length, 12);
        assert.equal(weekdays.length, 7);
        for (const [index, names] of months.entries()) {
          for (const name of names.split(',')) {
            assert.equal(monthNamed(name), index + 1, name);
            assert.equal(monthNamed(capital(name)), index + 1, name);
            if (!/\d/.test(name) && time.signs === '') {
              const written = `5 ${name} 2024`;
              assert.deepEqual(readDay(written, 0)?.day, { year: 2024, month: index + 1, day: 5 }, written);
              assert.equal(findDate(`x ${written}`), `2024-${String(index + 1).padStart(2, '0')}-05`, written);
            }
          }
        }
        for (const [index, names] of weekdays.entries()) {
          for (const name of names.split(',')) {
            assert.equal(weekdayNamed(name), index + 1, name);
            assert.equal(readStamp(`${name} 10:20`)?.clock?.hour, 10, name);
          }
        }
        assert.equal(findDate(`x ${date(language)} y`), '2024-03-05');
      });

      it('has zones that are known, also where a title names them', () => {
        for (const [name = '', zone = ''] of split(time.zones).map((entry) => entry.split('='))) {
          assert.equal(zoneOffset(name, '2024-07-01'), zoneOffset(zone, '2024-07-01'), name);
          assert.notEqual(zoneOffset(name, '2024-07-01'), undefined, name);
          assert.equal(findZone(`x (${name})`), name);
        }
      });

      it('has numbers and lengths of time that are understood', () => {
        for (const [index, name] of split(time.numbers).entries()) {
          assert.equal(numberNamed(name), index + 1, name);
        }
        assert.equal(split(time.often).length, 8);
        for (const name of split(time.often).flatMap((names) => names.split(','))) {
          assert.notEqual(readInterval(name), undefined, name);
        }
      });

      it('has words that stand for no content, and scales of severity', () => {
        assert.deepEqual(
          split(grammar.placeholders).filter((word) => !isPlaceholder(`${capital(word)}.`)),
          [],
        );
        assert.deepEqual(
          split(language.severities).filter((word) => schemesOf(word).length === 0),
          [],
        );
      });

      it('makes postmortems that are read rightly', () => {
        const { facts, steps } = labels;
        const { fields, open, done } = actions;
        const title = capital(first(language.kind.postmortem).replace(/\W*\(.*/u, '')) || 'Postmortem';
        const section = (id: keyof typeof language.postmortem): string =>
          `## ${capital(first(language.postmortem[id]))}`;
        const done0 = plainWords(done)[0] ?? '';
        const text = [
          `# ${title}`,
          `**${capital(first(facts.date))}:** ${date(language)}`,
          '',
          `**${capital(first(facts.severity))}:** SEV-2`,
          '',
          `**${capital(first(facts.status))}:** ${first(language.reviews.closed)}`,
          '',
          `**${capital(first(facts.services))}:** queue, store`,
          '',
          `**${capital(first(facts.owners))}:** Ada`,
          '',
          section('summary'),
          'x y z',
          section('impact'),
          'x y z',
          section('timeline'),
          ...['10:20', '10:40', '11:00'].map((clock) => `- ${clock} x`),
          '',
          `- ${capital(first(steps.start))}: 2024-03-05 10:20`,
          `- ${capital(first(steps.end))}: 2024-03-05 11:00`,
          section('causes'),
          'x y z',
          section('lessons'),
          'x y z',
          section('action-items'),
          `| ${[fields.item, fields.owner, fields.due, fields.status].map((names) => capital(first(names))).join(' | ')} |`,
          '| --- | --- | --- | --- |',
          `| q w e | Ada | 2024-04-01 | ${capital(first(open))} |`,
          `| r t z | Bob | 2024-04-02 | ${capital(done0)} |`,
          `| u i o | ${plainWords(actions.nobody)[0] ?? '?'} |  | ${first(actions.no)} |`,
          `| a s d | Cy |  | ${first(actions.yes)} |`,
          '',
          '- f g h',
          `  - **${capital(first(fields.owner))}:** Di`,
          `  - **${capital(first(fields.due))}:** 2024-04-03`,
          `  - **${capital(first(fields.status))}:** ${done0}`,
        ].join('\n');
        const document = read('docs/a.md', text.replaceAll('\n##', '\n\n##'));
        assert.equal(document.kind, 'postmortem');
        assert.deepEqual(document.metadata, {
          services: ['queue', 'store'],
          severity: 'SEV-2',
          status: first(language.reviews.closed),
          date: '2024-03-05',
          owners: ['Ada'],
        });
        const wanted = ['summary', 'impact', 'timeline', 'causes', 'lessons', 'action-items'] as const;
        assert.deepEqual(
          wanted.filter((id) => !document.keys.has(id)),
          [],
        );
        assert.deepEqual(
          readTimelines(document)[0]
            ?.entries.slice(0, 3)
            .map(({ date: day, clock }) => `${day} ${clock?.hour}`),
          ['2024-03-05 10', '2024-03-05 10', '2024-03-05 11'],
        );
        assert.deepEqual(
          statedTimes(document).flatMap(({ times }) => times.map(({ step }) => step)),
          ['start', 'end'],
        );
        assert.deepEqual(
          readActionItems(document).map((item) => [item.text, item.owner?.text, item.due?.date, item.done]),
          [
            ['q w e', 'Ada', '2024-04-01', false],
            ['r t z', 'Bob', '2024-04-02', true],
            ['u i o', undefined, undefined, false],
            ['a s d', 'Cy', undefined, true],
            ['f g h', 'Di', '2024-04-03', true],
          ],
        );
      });

      it('says of each item whether it is done', () => {
        const state = (status: string): boolean | undefined =>
          readActionItems(
            read(
              'postmortems/a.md',
              `# T\n\n## ${first(language.postmortem['action-items'])}\n\n| ${first(actions.fields.item)} | ${first(actions.fields.status)} |\n| --- | --- |\n| q w e | ${status} |\n`,
            ),
          )[0]?.done;
        assert.deepEqual(
          split(actions.open).filter((word) => state(word) !== false),
          [],
        );
        assert.deepEqual(
          [...plainWords(actions.done), ...plainWords(actions.dropped)].filter((word) => state(word) !== true),
          [],
        );
        const not = plainWords(actions.not)[0] ?? '';
        const joint = /[\p{Script=Han}\p{Script=Hiragana}]/u.test(not) ? '' : ' ';
        assert.equal(state(`${not}${joint}${plainWords(actions.done)[0] ?? ''}`), false);
      });

      it('makes runbooks that are read rightly', () => {
        const ids = ['meaning', 'impact', 'diagnosis', 'mitigation', 'escalation'] as const;
        const text = ids.map((id) => `## ${capital(first(language.runbook[id]))}\n\nx y z\n`).join('\n');
        const document = read('runbooks/a.md', `# Queue 7\n\n${text}`);
        assert.equal(document.kind, 'runbook');
        assert.deepEqual(
          ids.filter((id) => !document.keys.has(id)),
          [],
        );
      });
    });
  }
});
