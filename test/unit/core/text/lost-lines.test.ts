import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hasChange, lacksChange } from '../../../../src/core/text/lost-lines.ts';

const before = '# Queue\n\n| 10:00 | Declared |\n';
const ours = `${before}| 10:05 | Paged |\n`;
const theirs = `${before}| 10:05 | Called |\n`;

describe('a change that may be lost', () => {
  it('is missing from a text that another change was made to', () => {
    assert.equal(lacksChange(before, ours, theirs), true);
    assert.equal(lacksChange(before, ours, before), true);
    assert.equal(lacksChange(before, ours, ''), true);
  });

  it('is in its own text, also with other line breaks, wider cells, and more lines', () => {
    assert.equal(lacksChange(before, ours, ours), false);
    assert.equal(lacksChange(before, ours, ours.replaceAll('\n', '\r\n')), false);
    assert.equal(lacksChange(before, ours, ours.replace('Paged |', 'Paged    |')), false);
    assert.equal(lacksChange(before, ours, `${theirs}| 10:05 | Paged |\n`), false);
  });

  it('is not missed where it brought no line', () => {
    assert.equal(lacksChange(ours, before, theirs), false);
    assert.equal(lacksChange(before, `${before}\n\n`, before), false);
  });

  it('is there where its longest line is, and nowhere if it brought none', () => {
    assert.equal(hasChange(before, ours, ours), true);
    assert.equal(hasChange(before, ours, `${theirs}| 10:05 | Paged    |\n`), true);
    assert.equal(hasChange(before, ours, theirs), false);
    assert.equal(hasChange(ours, before, before), false);
  });

  it('is told by what is its own, where both brought the same line as well', () => {
    const fence = '```text\n';
    assert.equal(lacksChange(before, `${ours}${fence}`, `${theirs}${fence}`), true);
  });

  it('is found in every text that keeps the lines it brought', () => {
    const line = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(fc.array(line), fc.array(line), fc.array(line), (old, brought, later) => {
        const after = [...old, ...brought];
        return !lacksChange(old.join('\n'), after.join('\n'), [...later, ...after, ...later].join('\n'));
      }),
    );
  });
});
