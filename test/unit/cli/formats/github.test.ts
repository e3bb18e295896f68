import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toGithub } from '../../../../src/cli/formats/github.ts';
import { hiddenCharacters } from '../../support/hidden-characters.ts';
import { withinLogLine } from '../../../../src/core/text/one-line.ts';
import { alike, anyFindings, anyText, located, reportOf } from './reports.ts';

/** A workflow command as the runner of GitHub Actions reads it. */
function commandIn(line: string): { name: string; properties: Record<string, string>; message: string } {
  const match = /^::(\w+) ([^\n]*?)::([^\n]*)$/.exec(line);
  assert.ok(match, line);
  const [, name = '', list = '', message = ''] = match;
  const properties = list.split(',').map((property) => {
    const equals = property.indexOf('=');
    return [property.slice(0, equals), decoded(property.slice(equals + 1), { '%3A': ':', '%2C': ',' })] as const;
  });
  return { name, properties: Object.fromEntries(properties), message: decoded(message, {}) };
}

function decoded(text: string, more: Readonly<Record<string, string>>): string {
  const codes: Readonly<Record<string, string>> = { '%0D': '\r', '%0A': '\n', ...more };
  const plain = Object.entries(codes).reduce((before, [code, character]) => before.replaceAll(code, character), text);
  return plain.replaceAll('%25', '%');
}

function linesOf(...args: Parameters<typeof reportOf>): string[] {
  return toGithub(reportOf(...args))
    .trimEnd()
    .split('\n');
}

describe('findings for GitHub Actions', () => {
  it('are one annotation where several say the same', () => {
    const [only, ...more] = linesOf(alike);
    assert.match(only ?? '', /file=docs\/a\.md.*::Review overdue; the same in 2 other documents in docs\/$/);
    assert.deepEqual(more, ['Done.']);
  });

  it('are workflow commands with places counted from 1, then the notes and the summary', () => {
    assert.deepEqual(linesOf([located({})], { notes: ['Fixed 1 finding.'] }), [
      '::warning file=runbooks/a.md,line=1,endLine=1,col=1,endColumn=8,title=missing-section::Missing section: Impact (3 of 4 have it)',
      'Fixed 1 finding.',
      'Done.',
    ]);
  });

  it('are errors, warnings and notices', () => {
    const findings = (['error', 'warning', 'information', 'hint'] as const).map((severity) => located({ severity }));
    assert.deepEqual(
      linesOf(findings)
        .slice(0, -1)
        .map((line) => commandIn(line).name),
      ['error', 'warning', 'notice', 'notice'],
    );
  });

  it('have no columns when they go over several lines, which GitHub would not take', () => {
    const range = { start: { line: 1, character: 2 }, end: { line: 3, character: 4 } };
    assert.deepEqual(commandIn(linesOf([located({ range })])[0] ?? '').properties, {
      file: 'runbooks/a.md',
      line: '2',
      endLine: '4',
      title: 'missing-section',
    });
  });

  it('escape what ends a line, a property or a list of them', () => {
    const [line = ''] = linesOf([located({ file: 'a,b: 100%.md', message: '50%, 1:2\r\nnext ::error::' })]);
    assert.ok(line.includes('file=a%2Cb%3A 100%25.md,'), line);
    assert.ok(line.endsWith('::50%25, 1:2%0D%0Anext ::error::'), line);
  });

  it('keep any message and any file name, with characters shown that could steer a terminal', () => {
    const shown = (text: string): string => text.replaceAll(/[^\r\n]+/g, withinLogLine);
    fc.assert(
      fc.property(anyFindings, (findings) => {
        const commands = linesOf(findings).slice(0, findings.length).map(commandIn);
        assert.deepEqual(
          commands.map(({ properties, message }) => [properties['file'], message]),
          findings.map(({ file, message }) => [shown(file), shown(message)]),
        );
      }),
    );
  });

  it('let no note or summary pass for a command', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [note = '', summary = '', ...more] = toGithub(reportOf([], { notes: [text], summary: text })).split('\n');
        assert.deepEqual(more, ['']);
        assert.doesNotMatch(`${note}\n${summary}`, /^\s*::|##\[/m);
        assert.doesNotMatch(`${note}${summary}`, hiddenCharacters);
      }),
    );
  });
});
