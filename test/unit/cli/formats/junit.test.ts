import assert from 'node:assert/strict';
import { parseXml, type XmlElement, type XmlNode } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { toJunit } from '../../../../src/cli/formats/junit.ts';
import { hiddenCharacters } from '../../support/hidden-characters.ts';
import { anyFindings, located, reportOf } from './reports.ts';

function isElement(node: XmlNode): node is XmlElement {
  return node.type === 'element';
}

function elements({ children }: XmlElement): XmlElement[] {
  return children.filter(isElement);
}

function parsed(xml: string): XmlElement {
  const { root } = parseXml(xml);
  assert.ok(root);
  assert.equal(root.name, 'testsuites');
  return root;
}

/** A text without what XML 1.0 has no way to write. */
function writable(text: string): string {
  return text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
}

function sorted(pairs: ReadonlyArray<ReadonlyArray<string | undefined>>): string[] {
  return pairs.map((pair) => JSON.stringify(pair)).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

describe('findings as JUnit XML', () => {
  it('are a failed test each, in a suite for their file; a file without any is a passed test', () => {
    const findings = [
      located({ file: 'a.md', section: 'Impact' }),
      located({ file: 'a.md', rule: 'empty-section', message: 'Empty section: Summary' }),
    ];
    const root = parsed(toJunit(reportOf(findings, { files: ['a.md', 'b.md'] })));
    assert.deepEqual(
      { ...root.attributes },
      { name: 'runbook-lens', tests: '3', failures: '2', errors: '0', time: '0' },
    );
    assert.deepEqual(
      elements(root).map((suite) => [
        suite.attributes['name'],
        suite.attributes['tests'],
        suite.attributes['failures'],
      ]),
      [
        ['a.md', '2', '2'],
        ['b.md', '1', '0'],
      ],
    );
    const [first, second, third] = elements(root).flatMap(elements);
    assert.deepEqual(
      { ...first?.attributes },
      { classname: 'a.md', name: 'missing-section: Impact', file: 'a.md', line: '1', time: '0' },
    );
    const failure = first && elements(first)[0];
    assert.deepEqual(
      { ...failure?.attributes },
      { type: 'warning', message: 'Missing section: Impact (3 of 4 have it)' },
    );
    assert.equal(failure?.text, 'a.md:1:1 warning Missing section: Impact (3 of 4 have it) [missing-section]');
    assert.equal(second?.attributes['name'], 'empty-section: Empty section: Summary');
    assert.deepEqual([third?.attributes['name'], third?.children.length], ['no findings', 0]);
  });

  it('are passed tests below the severity that makes the check fail', () => {
    const findings = [located({ severity: 'information' }), located({ severity: 'error' })];
    const root = parsed(toJunit(reportOf(findings, { failOn: 'warning' })));
    assert.deepEqual([root.attributes['tests'], root.attributes['failures']], ['2', '1']);
    const cases = elements(root).flatMap(elements);
    assert.deepEqual(
      cases.flatMap((test) => elements(test).map(({ name }) => name)),
      ['system-out', 'failure'],
    );
  });

  it('have names of their own within a file, as GitLab asks', () => {
    const root = parsed(toJunit(reportOf([located({}), located({}), located({})])));
    const names = elements(root)
      .flatMap(elements)
      .map(({ attributes }) => attributes['name']);
    assert.equal(new Set(names).size, 3);
  });

  it('are well-formed with an empty report', () => {
    assert.equal(elements(parsed(toJunit(reportOf([])))).length, 0);
  });

  it('keep any message and any file name but for what XML cannot hold', () => {
    fc.assert(
      fc.property(anyFindings, (findings) => {
        const cases = elements(parsed(toJunit(reportOf(findings)))).flatMap(elements);
        assert.deepEqual(
          sorted(cases.map((test) => [test.attributes['file'], elements(test)[0]?.attributes['message']])),
          sorted(findings.map(({ file, message }) => [writable(file), writable(message)])),
        );
      }),
    );
  });

  it('hold nothing that a terminal or a log takes for more than text', () => {
    fc.assert(
      fc.property(anyFindings, (findings) => {
        const text = toJunit(reportOf(findings));
        assert.doesNotMatch(text.replaceAll('\n', ''), hiddenCharacters);
        assert.doesNotMatch(text, /^\s*::|##/m);
      }),
    );
  });
});
