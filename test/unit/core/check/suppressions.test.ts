import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding } from '../../../../src/core/text/finding.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { unsuppressed } from '../../../../src/core/document/suppressions.ts';
import { documentOf } from '../../support/context.ts';
import { wildMarkdown } from '../../support/markdown.ts';

function finding(rule: string, line: number): Finding {
  const at = { line, character: 0 };
  return { rule, severity: 'warning', range: { start: at, end: at }, message: '' };
}

/** The lines, one finding of each rule on each, on which findings are left: `rule:line` with 0 for the first. */
function silenced(text: string, rules: readonly string[] = ['one', 'two']): string[] {
  const all = Array.from({ length: Lines.of(text).count }, (_, line) =>
    rules.map((rule) => finding(rule, line)),
  ).flat();
  const left = new Set(unsuppressed(documentOf('runbook', text), all));
  return all.filter((each) => !left.has(each)).map(({ rule, range }) => `${rule}:${range.start.line}`);
}

function lines(...texts: readonly string[]): string {
  return texts.join('\n');
}

describe('comments that silence findings', () => {
  it('do so on their own line', () => {
    assert.deepEqual(silenced(lines('a', 'b <!-- runbook-lens-disable-line one -->', 'c')), ['one:1']);
  });

  it('do so on the next line that is not blank', () => {
    assert.deepEqual(silenced(lines('<!-- runbook-lens-disable-next-line one -->', '', ' ', '# b', 'c')), ['one:3']);
  });

  it('do so in the whole block that begins there', () => {
    const next = '<!-- runbook-lens-disable-next-line one -->';
    assert.deepEqual(silenced(lines(next, '| a | b |', '| - | - |', '| 1 | 2 |', '', 'x')), [
      'one:1',
      'one:2',
      'one:3',
    ]);
    assert.deepEqual(silenced(lines(next, '```sh', 'rm -rf /', '```', 'x')), ['one:1', 'one:2', 'one:3']);
    assert.deepEqual(silenced(lines('- a', '', `  ${next}`, '  ```sh', '  ls', '  ```', '- b')), [
      'one:3',
      'one:4',
      'one:5',
    ]);
    assert.deepEqual(silenced(lines(next, '- a', '- b')), ['one:1']);
  });

  it('do so from one to the other, or to the end', () => {
    assert.deepEqual(
      silenced(lines('a', '<!-- runbook-lens-disable one -->', 'b', '', '<!-- runbook-lens-enable one -->', 'c')),
      ['one:1', 'one:2', 'one:3', 'one:4'],
    );
    assert.deepEqual(silenced(lines('a', '<!-- runbook-lens-disable two -->', 'b')), ['two:1', 'two:2']);
  });

  it('end with an enable for the same rules, or for all', () => {
    const start = ['<!-- runbook-lens-disable one -->', '<!-- runbook-lens-disable two -->'];
    assert.deepEqual(silenced(lines(...start, '<!-- runbook-lens-enable two -->', 'c')), [
      'one:0',
      'one:1',
      'two:1',
      'one:2',
      'two:2',
      'one:3',
    ]);
    assert.deepEqual(
      silenced(lines(...start, '<!-- runbook-lens-enable -->', 'c')).filter((each) => each.endsWith(':3')),
      [],
    );
  });

  it('end for one of several rules where only that is enabled', () => {
    const text = lines('<!-- runbook-lens-disable one, two -->', 'a', '', '<!-- runbook-lens-enable one -->', '', 'b');
    assert.deepEqual(
      silenced(text).filter((each) => each.endsWith(':5')),
      ['two:5'],
    );
  });

  it('end for some rules where all were silent, which stay silent otherwise', () => {
    const text = lines('<!-- runbook-lens-disable -->', 'a', '', '<!-- runbook-lens-enable one -->', '', 'b');
    assert.deepEqual(
      silenced(text).filter((each) => each.endsWith(':5')),
      ['two:5'],
    );
  });

  it('do so in the whole file, wherever they stand', () => {
    assert.deepEqual(silenced(lines('a', 'b', '<!-- runbook-lens-disable-file one -->')), ['one:0', 'one:1', 'one:2']);
  });

  it('mean all rules where they name none', () => {
    assert.deepEqual(silenced('a <!-- runbook-lens-disable-line -->'), ['one:0', 'two:0']);
    assert.deepEqual(silenced('a <!-- runbook-lens-disable-line -- a reason with one word -->'), ['one:0', 'two:0']);
  });

  it('may name several rules, set apart by anything, and give a reason', () => {
    for (const names of ['two one', 'two, one', '  one,two', 'one\n  two', 'one two -- three is fine']) {
      assert.deepEqual(
        silenced(`a <!-- runbook-lens-disable-line ${names} -->`, ['one', 'two', 'three']).map((each) =>
          each.slice(0, 3),
        ),
        ['one', 'two'],
        names,
      );
    }
    assert.deepEqual(silenced('a <!-- runbook-lens-disable-line one -- not two\nas it is -->').length, 1);
  });

  it('are plain text in code', () => {
    assert.deepEqual(silenced(lines('```', '<!-- runbook-lens-disable-file -->', '```', 'x')), []);
    assert.deepEqual(silenced(lines('x', '', '    <!-- runbook-lens-disable-file -->', '', 'x')), []);
  });

  it('are comments of YAML in front matter', () => {
    assert.deepEqual(silenced(lines('---', 'a: 1 # runbook-lens-disable-line one', 'b: 2', '---', '# x')), ['one:1']);
    assert.deepEqual(silenced(lines('---', '# runbook-lens-disable-next-line one -- why two', 'b: 2', '---', '# x')), [
      'one:2',
    ]);
    assert.deepEqual(silenced(lines('---', '# runbook-lens-disable-file one', '---', '# x')), [
      'one:0',
      'one:1',
      'one:2',
      'one:3',
    ]);
    assert.deepEqual(silenced(lines('---', 'a: 1', '---', '# runbook-lens-disable-file one')), []);
  });

  it('need their names whole', () => {
    assert.deepEqual(silenced('a <!-- runbook-lens-disabled-line -->'), []);
    assert.deepEqual(silenced('a <!-- my-runbook-lens-disable-line -->'), []);
    assert.deepEqual(silenced('a <!-- runbook-lens-disable-line ones -->'), []);
  });

  it('do so with any line breaks, and behind a byte order mark', () => {
    const text = lines(
      '\ufeff---',
      'a: 1 # runbook-lens-disable-line one',
      '---',
      '<!-- runbook-lens-disable-next-line two -->',
      'b',
    );
    for (const eol of ['\n', '\r\n', '\r']) {
      assert.deepEqual(silenced(text.replaceAll('\n', eol)), ['one:1', 'two:4']);
    }
  });
});

describe('documents without such comments', () => {
  it('keep all of their findings', () => {
    fc.assert(fc.property(wildMarkdown, (text) => assert.deepEqual(silenced(text), [])));
  });
});

describe('what is no directive', () => {
  const silent = (text: string): boolean => {
    const document = documentOf('runbook', text);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    return unsuppressed(document, [{ rule: 'some-rule', severity: 'hint', range, message: '' }]).length === 0;
  };

  it('is a comment that is shown in inline code', () => {
    assert.equal(silent('# T\n\nWrite `<!-- runbook-lens-disable-file -->`.\n'), false);
    assert.equal(silent('# T\n\n<!-- runbook-lens-disable-file -->\n'), true);
  });

  it('is no comment between backticks of two lines, whatever ends them', () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      assert.equal(silent(`# T${eol}${eol}A \` tick <!-- runbook-lens-disable-file -->${eol}and \` another.`), true);
    }
  });

  it('is a misspelt one', () => {
    assert.equal(silent('<!-- runbook-lens-disable-nextline some-rule -->\n# T\n'), false);
  });
});
