import assert from 'node:assert/strict';
import { readAsked } from '../../../../../src/core/catalog/search/asked.ts';

describe('what somebody asks', () => {
  it('is words, where it is typed', () => {
    assert.deepEqual(readAsked('disk full'), { names: [], parts: [{ text: 'disk full', weight: 1 }], links: [] });
  });

  it('has names of alerts, as they are written', () => {
    assert.deepEqual(readAsked('why does DiskAlmostFull fire, or HTTPErrors').names, ['DiskAlmostFull', 'HTTPErrors']);
    assert.deepEqual(readAsked('The API of Ada is DOWN').names, []);
  });

  it('is an alert in JSON: its name, what it says, its links; not what every alert has', () => {
    const alert = {
      version: '4',
      receiver: 'oncall',
      commonLabels: { alertname: 'DiskAlmostFull', severity: 'critical', job: 'mail' },
      alerts: [{ annotations: { summary: 'Nearly full', runbook_url: 'https://example.org/disk.md' } }],
    };
    const { names, links, parts } = readAsked(JSON.stringify(alert));
    assert.deepEqual(names, ['DiskAlmostFull']);
    assert.deepEqual(links, ['https://example.org/disk.md']);
    assert.deepEqual(
      parts.map(({ text }) => text),
      ['DiskAlmostFull', 'mail', 'Nearly full'],
    );
  });

  it('is an incident of PagerDuty', () => {
    const event = {
      event: {
        data: { title: 'Disk almost full on mail-1', service: { summary: 'Mail' }, html_url: 'https://pd.example/1' },
      },
    };
    const { parts, links } = readAsked(JSON.stringify(event));
    assert.deepEqual(
      parts.map(({ text }) => text),
      ['Disk almost full on mail-1', 'Mail'],
    );
    assert.deepEqual(links, ['https://pd.example/1']);
  });

  it('is an alert from a chat: its first lines count more than its labels', () => {
    const text = '**Firing**\r\nDisk almost full (24 hours)\r\n - severity = warning\r\nSilence: https://example.org/s';
    const { parts, links } = readAsked(text);
    assert.deepEqual(links, ['https://example.org/s']);
    const weight = (start: string): number => parts.find((part) => part.text.trim().startsWith(start))?.weight ?? 0;
    assert.ok(weight('Disk') > weight('- severity'));
  });

  it('is text where JSON is broken or of one value', () => {
    for (const text of ['{"alerts": [', '{', '[1', '[disk full]']) {
      assert.equal(readAsked(text).parts.at(-1)?.text, text);
    }
  });

  it('is not read deeper than anything that makes sense', () => {
    const deep = `${'{"a":'.repeat(5000)}{"alertname":"X"}${'}'.repeat(5000)}`;
    assert.deepEqual(readAsked(deep).names, []);
  });
});
