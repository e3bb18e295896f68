import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument, type CatalogDocument } from '../../../../../src/core/document/document.ts';
import { promptsOf } from '../../../../../src/core/check/shell/prompts.ts';
import { applyEdits } from '../../../../../src/core/text/edit.ts';
import { Lines } from '../../../../../src/core/text/lines.ts';
import { commandPromptInBlock as rule } from '../../../../../src/core/check/rules/command-prompt-in-block.ts';
import type { Report } from '../../../../../src/core/check/rules/rule.ts';
import { assertInside } from '../../../support/assertions.ts';
import { contextOf, documentOf } from '../../../support/context.ts';
import { plausibleDocument, wildMarkdown } from '../../../support/markdown.ts';

/** Its findings where every prompt is told, whatever is usual. */
function reports(document: CatalogDocument, options: object = {}): Report[] {
  return [...rule.check({ ...contextOf(document), options: { [rule.id]: { always: true, ...options } } })];
}

const prompted = '```sh\n$ ls\n```\n\n';
const bare = '```sh\ndf -h\n```\n\n';

/** What it says of a text among other runbooks. */
function said(text: string, others: readonly string[] = []): string[] {
  const around = others.map((other, index) => documentOf('runbook', other, `runbooks/o${index}.md`));
  return [...rule.check(contextOf(documentOf('runbook', text), around))].map(({ message }) => message);
}

/** The text after the fix of its first finding. */
function fixed(text: string): string {
  const document = documentOf('runbook', text);
  const [first] = reports(document);
  assert.ok(first);
  const fix = first.fix?.();
  return fix === undefined ? 'no fix' : applyEdits(text, fix.edits);
}

describe('command-prompt-in-block', () => {
  it('says how many commands and which prompt', () => {
    assert.deepEqual(said(`${prompted}${bare}${bare}`), [
      'The command begins with the prompt "$", so it cannot be copied and run; 2 other blocks in this document can',
    ]);
    assert.equal(said(prompted.repeat(2) + bare.repeat(3)).length, 2);
    const [two] = reports(documentOf('runbook', '```sh\n$ ls\n$ df\n```'));
    assert.equal(two?.message, 'All 2 commands begin with the prompt "$", so they cannot be copied and run');
    assert.equal(two.severity, 'hint');
  });

  it('is silent where prompts are the custom, or where nothing shows what is', () => {
    const session = '```sh\n$ ls\na  b\n```\n\n';
    for (const [text, others] of [
      [prompted, []],
      [`${prompted}${bare}`, []],
      [prompted.repeat(3) + bare.repeat(5), []],
      [`${prompted}${session}${bare}${bare}`, []],
      // Of the documents around it, most have prompts, in whatever part of their blocks.
      [`${prompted}${bare}${bare}`, [prompted, `${prompted}${bare}`, session, session, bare]],
      [prompted, Array.from({ length: 5 }, () => prompted)],
      // Too few of them, or without commands, or divided.
      [prompted, [bare, bare, bare, 'Ask.', 'Wait.']],
      [prompted, [bare, bare, bare, prompted, prompted]],
      // A document with a custom of its own.
      [prompted.repeat(4), Array.from({ length: 6 }, () => bare)],
    ] as const) {
      assert.deepEqual(said(text, others), [], JSON.stringify([text, others]));
    }
  });

  it('is told where nearly all other documents with commands have none', () => {
    assert.deepEqual(said(`${prompted}${bare}`, [bare, bare, bare, bare, prompted, 'Ask.']), [
      'The command begins with the prompt "$", so it cannot be copied and run (4 of 5 other runbooks in runbooks/ with commands have no prompts)',
    ]);
    assert.equal(said(`${prompted}${bare}${bare}`, [bare, bare, prompted, prompted]).length, 1);
    assert.equal(said(`${prompted}${bare.repeat(5)}`, [prompted, prompted, prompted, prompted]).length, 1);
  });

  it('removes prompts and nothing else', () => {
    const block =
      '1. Do:\r\n\r\n   ```bash\r\n   # first\r\n   $  ls \\\r\n     -l\r\n\r\n   $ cat <<E\r\n   $ x\r\n   E\r\n   ```\r\n';
    assert.equal(fixed(block), block.replace('$  ls', 'ls').replace('$ cat', 'cat'));
    assert.equal(fixed('> ```sh\n> $ a |\n> > b\n> ```'), '> ```sh\n> a |\n> b\n> ```');
  });

  it('has no fix where the prompt names a host', () => {
    assert.equal(fixed('```sh\nroot@db1:~# lsblk\n```'), 'no fix');
  });

  it('has no fix where only the prompt shows a command', () => {
    assert.equal(fixed('```\n$ frobnicate\n```'), 'no fix');
    assert.equal(fixed('```sh\n$ frobnicate\n```'), '```sh\nfrobnicate\n```');
  });

  it('knows the prompts that a team adds', () => {
    const document = documentOf('runbook', '```\nmysql> SHOW TABLES;\n```');
    assert.equal(reports(document).length, 0);
    assert.equal(reports(document, { prompts: ['mysql>'] }).length, 1);
  });

  it('reads any lines, and finds prompts inside them only', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '$ ls',
        '% kubectl get x',
        '# systemctl stop x',
        '> b',
        'a \\',
        'x <<E',
        'E',
        'me@h:~$ ls',
        'PS C:\\> dir',
      ),
      fc.string({ unit: fc.constantFrom(...'$#%> \tab@:~\\|&<E[]') }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.constantFrom('', 'sh', 'powershell'), (lines, language) => {
        for (const { index, start, end, text } of promptsOf(lines, language)) {
          assert.ok(start < end && end <= (lines[index] ?? '').length);
          assert.ok(lines[index]?.slice(start, end).startsWith(text));
        }
      }),
    );
  });

  it('is silent once a block is mended, whatever the document', () => {
    const blocks = fc.constantFrom(
      '\n```sh\n$ ls\n$ df\n```\n',
      '\n1. a\n\n   ```\n   $ ls \\\n     -l\n   ```\n',
      '\n    $ ls\n',
    );
    const documents = fc
      .tuple(fc.oneof(plausibleDocument('runbook'), wildMarkdown), blocks, wildMarkdown)
      .map((parts) => documentOf('runbook', parts.join('\n')));
    fc.assert(
      fc.property(documents, (document) => {
        const before = reports(document);
        for (const report of before) {
          assertInside(Lines.of(document.text), report.range, report.message);
          const fix = report.fix?.();
          if (fix !== undefined) {
            assert.ok(fix.edits.every(({ newText }) => newText === ''));
            const after = readDocument(document, applyEdits(document.text, fix.edits), document);
            assert.equal(reports(after).length, before.length - 1, after.text);
          }
        }
      }),
    );
  });
});

describe('command-prompt-in-block: prompts without a space', () => {
  const count = (code: string, language: string): number =>
    reports(documentOf('runbook', `# R\n\n\`\`\`${language}\n${code}\n\`\`\`\n`)).length;

  for (const language of ['', 'bash']) {
    for (const code of [
      '$terraform plan',
      '$kubectl get pods\n$kubectl get nodes',
      '$ ls\n$kubectl get x',
      '$./run.sh x',
      'root@db:~#systemctl restart x',
      'me@h:~$kubectl get x',
      '$cd /srv\n$git pull',
      '$ for x in a b; do\n> echo $x\n> done',
      '# systemctl restart x',
      '$ kubectl get x \\\n> -n y',
      '$kubectl get x \\\n  -n y',
      '$sudo ls',
    ]) {
      it(`sees them in ${JSON.stringify(code)} (${language})`, () => assert.equal(count(code, language), 1));
    }
    for (const code of [
      '$ docker exec -it web sh\n# apk add curl',
      '$HOME/bin/x',
      '$EDITOR notes.txt',
      '${VAR} x',
      '$VAR=1',
      '$(cat x)',
      '$cmd get x',
      'kubectl="kubectl -n x"\n$kubectl get pods',
      '$kubectl=1',
      '$ip = 4',
      '# comment\nls',
      '# restart it\nsystemctl restart x',
      '#kubectl get x',
      '$ ls\nfile\n> x',
      '$ rails console\n> User.count\n> exit',
      '$?',
      '$1 x',
      '$@',
      '$kubectl get x\nNAME  READY',
    ]) {
      it(`sees none in ${JSON.stringify(code)} (${language})`, () => assert.equal(count(code, language), 0));
    }
  }

  it('takes a dollar sign of PowerShell for a variable', () => {
    assert.equal(count('$git status', 'powershell'), 0);
  });

  it('removes them', () => {
    assert.equal(
      fixed('```sh\n$terraform plan\n$ terraform apply\n```'),
      '```sh\nterraform plan\nterraform apply\n```',
    );
  });
});
