import assert from 'node:assert/strict';
import { headerOf, rowsOf } from '../../../../scripts/corpus/csv.ts';

describe('rows of a CSV file', () => {
  it('are read by the names of their columns, with quotes, line breaks and a byte order mark', () => {
    const text = '\uFEFFkind,path,note\r\nrunbook,"a__b/one, ""two"".md","first\nsecond"\r\n\r\nother,a__b/x.md,\r\n';
    assert.deepEqual(headerOf(text, 'x.csv'), ['kind', 'path', 'note']);
    assert.deepEqual(rowsOf(text, ['path', 'kind'], 'x.csv'), [
      { path: 'a__b/one, "two".md', kind: 'runbook' },
      { path: 'a__b/x.md', kind: 'other' },
    ]);
  });

  it('are refused, by name, if a column is missing or the text is no CSV', () => {
    assert.throws(
      () => rowsOf('path\na', ['path', 'kind'], 'x.csv'),
      /x\.csv has no column kind\. Its columns: path\./,
    );
    assert.throws(() => rowsOf('', ['path'], 'x.csv'), /x\.csv has no column path/);
    assert.throws(() => rowsOf('path,kind\na', ['path'], 'x.csv'), /x\.csv is no CSV/);
  });
});
