import assert from 'node:assert/strict';
import fc from 'fast-check';
import { gather } from '../../../../../src/core/workflow/lessons/gather.ts';
import type { Quotation } from '../../../../../src/core/workflow/lessons/quotation.ts';
import { Lines } from '../../../../../src/core/text/lines.ts';
import { fold } from '../../../../../src/core/text/plain-text.ts';
import { documentOf } from '../../../support/context.ts';
import { examples } from '../../../support/examples.ts';
import { plausibleDocument, wildMarkdown } from '../../../support/markdown.ts';

const quotations = (text: string): readonly Quotation[] => gather(documentOf('postmortem', text));

/** Topic, lines and text of each quotation. */
const told = (text: string): string[] =>
  quotations(text).map(
    ({ topic, firstLine, lastLine, lines }) =>
      `${topic} ${firstLine}${lastLine === firstLine ? '' : `-${lastLine}`}: ${lines.join('|')}`,
  );

describe('gather', () => {
  it('has what sections are about, in several languages, paragraph by paragraph', () => {
    assert.deepEqual(
      told(
        '# A\n\n## Resumo\n\nCaiu\ntudo.\n\n## Detecção\n\nUm alerta.\n\n## Impacto\n\n- Todos\n- Alguns\n  por uma hora\n\n## Resolução\n\nReinício.\n\n## Lições aprendidas\n\nNada.\n',
      ),
      [
        'meaning 5-6: Caiu|tudo.',
        'meaning 10: Um alerta.',
        'impact 14: - Todos',
        'impact 15-16: - Alguns|  por uma hora',
        'mitigation 20: Reinício.',
      ],
    );
  });

  it('has the opening paragraphs where there is no summary', () => {
    const opening = 'For two hours nobody could pay, because the queue of one bank was full of cards.';
    assert.deepEqual(told(`# A\n\nAuthor: me\n\n${opening}\n\n## Follow-up tasks\n\n- x\n`), [`meaning 5: ${opening}`]);
    assert.deepEqual(told(`# A\n\n${opening}\n\n## Summary\n\nShort.\n`), ['meaning 7: Short.']);
  });

  it('has bold labels', () => {
    assert.deepEqual(told('# A\n\n- **Impact**: all users\n  were out\n- **Resolution**: a restart\n'), [
      'impact 3-4: all users|were out',
      'mitigation 5: a restart',
    ]);
  });

  it('takes entries that share a line apart', () => {
    const entries = ['10:00 UTC page: error rate', '10:10 UTC Found a full disk', '10:20 UTC Restarted web-1'];
    assert.deepEqual(told(`# A\n\n## Summary\n\nShort.\n\n## Timeline\n\n${entries.join('<br>')}\n`).slice(1), [
      'meaning 9: - page: error rate',
      'diagnosis 9: - Found a full disk',
      'mitigation 9: - Restarted web-1',
    ]);
  });

  it('sorts what a timeline tells once somebody knew: looking is diagnosis, acting is mitigation', () => {
    const text = `# A

## Summary

Short.

## Timeline

- 10:00 UTC deployed the new version
- 10:05 UTC page: error rate
- 10:10 UTC Found a full disk on web-1
- 10:12 UTC lunch
- 10:15 UTC Restarted the queue, no effect
- 10:20 UTC **Rolled back** to v1
`;
    assert.deepEqual(told(text), [
      'meaning 5: Short.',
      'meaning 10: - page: error rate',
      'diagnosis 11: - Found a full disk on web-1',
      'mitigation 14: - **Rolled back** to v1',
    ]);
    assert.equal(quotations(text).at(-1)?.time, '10:20 UTC');
  });

  it('reads rows, also those whose time nobody filled in, and headings with what stands below', () => {
    const table = '| Time | Event |\n| --- | --- |\n';
    assert.deepEqual(
      told(
        `# A\n\n## Timeline\n\n${table}| 2026-01-02 10:00 | Users report errors |\n| 2026-01-02 HH:mm | We restarted \`a \\| b\` |\n`,
      ),
      ['meaning 7: - Users report errors', 'mitigation 8: - We restarted `a | b`'],
    );
    assert.deepEqual(
      told(
        '# A\n\n## Timeline\n\n### 10:00 Alert\n\n### 10:10\n\nLogs show errors:\n\n```\nE: full\n```\n\n- scaled up to 4\n',
      ),
      [
        'meaning 5: - Alert',
        'diagnosis 9: Logs show errors:',
        'diagnosis 12: E: full',
        'mitigation 15: - scaled up to 4',
      ],
    );
  });

  it('puts the latest first of timelines that are told backwards last', () => {
    const text =
      '# A\n\nOn 2026-01-02.\n\n## Timeline\n\n- 2026-01-02 11:00 fixed by rollback\n- 2026-01-02 10:30 found the cause\n- 2026-01-02 10:00 alert\n';
    assert.deepEqual(
      quotations(text).map(({ topic }) => topic),
      ['meaning', 'diagnosis', 'mitigation'],
    );
  });

  it('has commands to be copied: without prompts, sessions as they are, those that only look as diagnosis', () => {
    const text = `# A

## Resolution

1. Drain: \`kubectl drain node-1\`

   \`\`\`console
   $ kubectl delete node node-1
   $ kubectl get nodes
   \`\`\`

\`\`\`
$ systemctl restart api
ok
\`\`\`

\`\`\`sh
kubectl get pods -n web
\`\`\`

\`\`\`yaml
replicas: 3
\`\`\`
`;
    assert.deepEqual(
      quotations(text).map(({ topic, commands, firstLine, lines }) => ({ topic, firstLine, commands, lines })),
      [
        {
          topic: 'mitigation',
          firstLine: 5,
          commands: [
            { lines: ['kubectl drain node-1'], language: 'sh' },
            { lines: ['kubectl delete node node-1', 'kubectl get nodes'], language: 'sh' },
          ],
          lines: ['1. Drain: `kubectl drain node-1`'],
        },
        {
          topic: 'mitigation',
          firstLine: 13,
          commands: [{ lines: ['$ systemctl restart api', 'ok'], language: 'console' }],
          lines: [],
        },
        {
          topic: 'diagnosis',
          firstLine: 18,
          commands: [{ lines: ['kubectl get pods -n web'], language: 'sh' }],
          lines: [],
        },
        { topic: 'mitigation', firstLine: 22, commands: [], lines: ['replicas: 3'] },
      ],
    );
  });

  it('leaves out plans, links alone, prompts of templates, what is folded away and other sections', () => {
    assert.deepEqual(
      told(`# A

## Detection

*Report when the team detected the incident*

We should have an alert for this.

[Graph](https://example.org/graph)

A customer called.

<details>

The whole mail.

</details>

### What went wrong

It took an hour.

## Action items

- Restart it weekly
`),
      ['meaning 11: A customer called.'],
    );
  });

  it('has nothing of other documents', () => {
    assert.deepEqual(gather(documentOf('runbook', '# A\n\n## Summary\n\nShort.\n')), []);
  });

  it('only says what stands on the lines that it names, whatever the record is', () => {
    const records = fc.oneof(plausibleDocument('postmortem'), wildMarkdown);
    const bare = (line: string): string => fold(line).replace(/[*_\s\\]|^(?:[-+>]|\d+[.)])+/g, '');
    fc.assert(
      fc.property(records, (text) => {
        const lines = Lines.of(text);
        for (const { firstLine, lastLine, lines: quoted, commands } of quotations(text)) {
          assert.ok(firstLine >= 1 && lastLine >= firstLine && lastLine <= lines.count);
          const source = Array.from({ length: lastLine - firstLine + 1 }, (_, at) =>
            bare(lines.text(firstLine - 1 + at)),
          ).join('');
          for (const line of [...quoted, ...commands.flatMap((found) => found.lines)]) {
            assert.ok(
              source.includes(bare(line)),
              `${JSON.stringify(line)} is not on lines ${firstLine}-${lastLine} of ${JSON.stringify(text)}`,
            );
          }
        }
      }),
      { numRuns: examples(1000) },
    );
  });
});
