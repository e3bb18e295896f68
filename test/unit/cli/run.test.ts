import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { helps } from '../../../src/cli/help.ts';
import { run } from '../../../src/cli/run.ts';
import { hiddenCharacters } from '../support/hidden-characters.ts';
import { possiblePostmortem, possibleRunbook } from '../../support/documents.ts';
import { commitAll, gitInit, temporaryFolder, writeTree } from '../../support/workspaces.ts';

const complete = '# Queue\n\n## Meaning\n\nx\n\n## Impact\n\nx\n\n## Diagnosis\n\nx\n\n## Mitigation\n\nx\n';
const files = {
  'runbooks/complete.md': complete,
  'runbooks/lacking.md': complete.replace('## Mitigation\n\nx\n', ''),
  'postmortems/2025-10-13-mail.md':
    '---\nseverity: SEV-2\nstatus: Open\nservices: [mail]\n---\n# Mail was late\n\nLate.\n\n## Impact\n\nTODO\n\n## Timeline\n\n- 10:20\n\n## Causes\n\nx\n\n## Action items\n\n- x\n',
  'notes.md': '# Notes\n\nAbout mail.\n',
};

/** The keys that a help text names between { and }, and those of them that may be absent. */
function statedShape(help: string): { required: string[]; all: string[] } {
  const names =
    /\{([^}]*)\}/
      .exec(help)?.[1]
      ?.split(',')
      .map((name) => name.trim()) ?? [];
  return { required: names.filter((name) => !name.endsWith('?')), all: names.map((name) => name.replace('?', '')) };
}

function assertShape(items: unknown, help: string): asserts items is Array<Record<string, unknown>> {
  assert.ok(Array.isArray(items) && items.length > 0);
  const { required, all } = statedShape(help);
  assert.ok(required.length > 3);
  for (const item of items as unknown[]) {
    const keys = Object.keys(item as object);
    assert.deepEqual(
      keys.filter((key) => !all.includes(key)),
      [],
    );
    assert.deepEqual(
      required.filter((key) => !keys.includes(key)),
      [],
    );
  }
}

describe('the command line', () => {
  let root = '';

  beforeEach(async () => {
    root = await temporaryFolder('cli');
    await writeTree(root, files);
  });
  afterEach(async () => rm(root, { recursive: true, force: true }));

  async function ran(...argv: readonly string[]): Promise<{ code: number; out: string; err: string }> {
    let out = '';
    let err = '';
    const code = await run(argv, { out: (text) => void (out += text), err: (text) => void (err += text), cwd: root });
    return { code, out, err };
  }

  async function json(...argv: readonly string[]): Promise<unknown> {
    return JSON.parse((await ran(...argv, '--format', 'json')).out);
  }

  describe('check', () => {
    it('prints findings with their place, counted from 1, and gives 2', async () => {
      const { code, out, err } = await ran('check');
      assert.equal(code, 2);
      assert.equal(err, '');
      assert.deepEqual(out.split('\n'), [
        'postmortems/2025-10-13-mail.md:10:1 warning Empty section: Impact (it contains only a placeholder; every postmortem should have it) [empty-section]',
        'runbooks/lacking.md:1:1 warning Missing section: Mitigation (part of the Alert runbook convention, like Meaning and Impact) [missing-section]',
        '3 documents checked: 2 findings in 2 documents; highest severity: warning.',
        '',
      ]);
    });

    it('says of a document with a merge conflict that it has one, and nothing else', async () => {
      const name = 'postmortems/2025-10-13-mail.md';
      const conflict = '<<<<<<< HEAD\n- 10:20\n=======\n- 10:25\n>>>>>>> other\n';
      await writeTree(root, { [name]: files[name].replace('- 10:20\n', conflict) });
      const { code, out } = await ran('check', 'postmortems');
      assert.equal(code, 2);
      assert.match(
        out,
        /^2025-10-13-mail\.md:16:1 error Merge conflict between HEAD and other: .*\n1 document checked: 1 finding/,
      );
    });

    it('takes a document for the same in a sub-folder of a repository as in all of it', async () => {
      await gitInit(root);
      await writeTree(root, { 'runbooks/quiet/page.md': '# Page\n' });
      const all = await ran('check');
      const part = await ran('check', 'runbooks/quiet');
      assert.match(all.out, /page\.md:1:1 information Missing section: Steps/);
      assert.match(part.out, /page\.md:1:1 information Missing section: Steps/);
    });

    it('gives 0 when there is nothing to say', async () => {
      assert.deepEqual(await ran('check', '--include', 'runbooks/complete.md'), {
        code: 0,
        out: '1 document checked, no findings.\n',
        err: '',
      });
      assert.deepEqual(await ran('check', '--include', 'notes.md'), {
        code: 0,
        out: 'No runbooks or postmortems found.\n',
        err: '',
      });
    });

    it('refuses globs that cannot be used, and says what to write', async () => {
      for (const command of ['check', 'list', 'actions']) {
        for (const option of ['--include', '--exclude']) {
          assert.deepEqual(await ran(command, option, '**/+(*)Z'), {
            code: 1,
            out: '',
            err: `runbook-lens: The ${option.slice(2)} glob "**/+(*)Z" is not valid: groups in ( ) are not supported. Write {a,b} for alternatives, or [(] for the character.\n`,
          });
        }
      }
      assert.match((await ran('check', '--include', '')).err, /it is empty/);
    });

    it('tells of globs in the configuration that cannot be used, and goes on', async () => {
      await writeTree(root, { '.runbook-lens.json': '{"files":{"exclude":["**/+(*)Z"]}}' });
      const { code, out } = await ran('check', '--include', '.runbook-lens.json', '--include', 'runbooks/complete.md');
      assert.equal(code, 2);
      assert.match(
        out,
        /^\.runbook-lens\.json:1:\d+ error This glob matches nothing: groups in \( \) are not supported/,
      );
      assert.match(out, /1 document checked/);
    });

    it('prints the JSON that its help promises', async () => {
      const findings = await json('check');
      assertShape(findings, helps.check);
      assert.deepEqual(
        findings.map(({ path, rule, severity, section, range }) => [path, rule, severity, section, range]),
        [
          [
            'postmortems/2025-10-13-mail.md',
            'empty-section',
            'warning',
            'Impact',
            { start: { line: 9, character: 0 }, end: { line: 9, character: 9 } },
          ],
          [
            'runbooks/lacking.md',
            'missing-section',
            'warning',
            'Mitigation',
            { start: { line: 0, character: 0 }, end: { line: 0, character: 7 } },
          ],
        ],
      );
    });

    it('prints an empty JSON array, and gives 0, when there is nothing to say', async () => {
      assert.deepEqual(await ran('check', 'runbooks', '--exclude', 'lacking.md', '--format', 'json'), {
        code: 0,
        out: '[]\n',
        err: '',
      });
    });

    it('reads below the given path only, and gives paths relative to it', async () => {
      await writeTree(root, { 'team/runbooks/lacking.md': files['runbooks/lacking.md'] });
      const { out } = await ran('check', 'team');
      assert.match(out, /^runbooks\/lacking\.md:1:1 /);
      assert.match(out, /1 document checked: 1 finding in 1 document/);
    });

    it('takes several --include and --exclude', async () => {
      assert.match(
        (await ran('check', '--include', 'runbooks/**', '--include', 'postmortems/**', '--exclude', '**/lacking.md'))
          .out,
        /2 documents checked/,
      );
      assert.match((await ran('check', '--exclude', 'runbooks/**', '--exclude', 'postmortems/**')).out, /No runbooks/);
    });

    it('reads a file with a byte order mark and CRLF like any other', async () => {
      await writeTree(root, {
        'runbooks/lacking.md': `\ufeff${files['runbooks/lacking.md'].replaceAll('\n', '\r\n')}`,
      });
      assert.match(
        (await ran('check', '--include', 'runbooks/lacking.md')).out,
        /^runbooks\/lacking\.md:1:1 warning Missing section: Mitigation/,
      );
    });

    it('tells of files that it cannot read, and checks the rest', async () => {
      await writeTree(root, { 'runbooks/binary.md': new Uint8Array([0x23, 0]) });
      const { code, out, err } = await ran('check');
      assert.equal(err, 'Not indexed: runbooks/binary.md: it is binary\n');
      assert.match(out, /3 documents checked/);
      assert.equal(code, 2);
    });

    it('leaves out what git ignores', async () => {
      await gitInit(root);
      await writeTree(root, { '.gitignore': 'lacking.md\n' });
      assert.match((await ran('check', '--include', 'runbooks/**')).out, /1 document checked, no findings/);
    });
  });

  describe('check --fail-on', () => {
    it('decides which findings give 2, and hides none', async () => {
      const codes: Record<string, number> = {};
      for (const level of ['hint', 'information', 'warning', 'error']) {
        const { code, out } = await ran('check', '--fail-on', level);
        assert.match(out, /2 findings in 2 documents; highest severity: warning/);
        codes[level] = code;
      }
      assert.deepEqual(codes, { hint: 2, information: 2, warning: 2, error: 0 });
    });
  });

  describe('check --output', () => {
    for (const format of ['text', 'json', 'sarif', 'github', 'junit']) {
      it(`writes the report as ${format} to a file, and prints the summary`, async () => {
        const { out: report } = await ran('check', '--format', format);
        const { code, out, err } = await ran('check', '--format', format, '--output', 'report.out');
        assert.deepEqual(
          [code, out, err],
          [2, '3 documents checked: 2 findings in 2 documents; highest severity: warning.\n', ''],
        );
        assert.equal(await readFile(path.join(root, 'report.out'), 'utf8'), report);
      });
    }
  });

  describe('--version', () => {
    it('prints the version of the package', async () => {
      const manifest = JSON.parse(
        await readFile(path.join(import.meta.dirname, '..', '..', '..', 'package.json'), 'utf8'),
      ) as { version: string };
      assert.deepEqual(await ran('--version'), { code: 0, out: `${manifest.version}\n`, err: '' });
    });
  });

  describe('list', () => {
    it('prints each document with its kind, facts and the reason', async () => {
      const { code, out } = await ran('list');
      assert.equal(code, 0);
      const lines = out.trimEnd().split('\n');
      assert.equal(lines.length, 3);
      assert.match(
        lines[0] ?? '',
        /^postmortem postmortems\/2025-10-13-mail\.md: Mail was late \[2025-10-13, SEV-2, Open\] \(.*postmortems\/.*\)$/,
      );
      assert.match(lines[1] ?? '', /^runbook {4}runbooks\/complete\.md: Queue \(.*\)$/);
    });

    it('prints what is neither, with the reason, when asked to', async () => {
      assert.match((await ran('list', '--all')).out, /^other {6}notes\.md: Notes \(\S.*\)$/m);
    });

    it('says so when there is nothing', async () => {
      assert.equal((await ran('list', '--include', 'notes.md')).out, 'No runbooks or postmortems found.\n');
      assert.deepEqual(await json('list', '--include', 'notes.md'), []);
    });

    describe('of documents that are possibly runbooks or postmortems', () => {
      const queue = 'docs/queue-workers.md';
      const mail = 'docs/services/mail-2025-03-02.md';
      beforeEach(() => writeTree(root, { [queue]: possibleRunbook('Queue workers'), [mail]: possiblePostmortem }));

      it('prints them only when asked to, marked as such', async () => {
        assert.doesNotMatch((await ran('list')).out, /queue-workers|mail-2025/);
        const { out } = await ran('list', '--possible');
        assert.match(out, /^possibly runbook {4}docs\/queue-workers\.md: Queue workers \(\S.*\)$/m);
        assert.match(out, /^possibly postmortem docs\/services\/mail-2025-03-02\.md: Mail was slow on 2 March .*\)$/m);
        assert.match(out, /^runbook {13}runbooks\/complete\.md: /m);
        assert.doesNotMatch(out, /notes\.md/);
      });

      it('prints them among all others with the reason', async () => {
        assert.match((await ran('list', '--all')).out, /^other {6}docs\/queue-workers\.md: .* \(\S.*\)$/m);
      });

      it('says that there are some when there is nothing else', async () => {
        assert.equal(
          (await ran('list', '--include', 'docs/**')).out,
          'No runbooks or postmortems found. 2 are possibly one; --possible lists them.\n',
        );
      });

      it('says in JSON how likely a kind is, until it is set', async () => {
        const of = async (path: string) =>
          ((await json('list', '--all')) as Array<Record<string, unknown>>).find((row) => row['path'] === path);
        const row = await of(queue);
        assert.deepEqual([row?.['kind'], row?.['possible']], ['other', 'runbook']);
        assert.ok(Number(row?.['probability']) > 0 && Number(row?.['probability']) < 1);
        const sure = await of('runbooks/complete.md');
        assert.deepEqual([sure?.['kind'], sure?.['possible']], ['runbook', undefined]);
        assert.ok(Number(sure?.['probability']) > 0.5);
        await writeTree(root, { '.runbook-lens.json': '{ "kinds": { "runbook": ["docs/queue-*"] } }' });
        const set = await of(queue);
        assert.deepEqual([set?.['kind'], set?.['possible'], set?.['probability']], ['runbook', undefined, undefined]);
        assert.match((await ran('check')).out, /^4 documents checked/m);
      });

      it('is not checked', async () => {
        assert.match((await ran('check')).out, /^3 documents checked/m);
      });
    });

    it('prints the JSON that its help promises', async () => {
      await gitInit(root);
      await commitAll(root, { message: 'All', date: '2025-10-14T08:00:00+02:00', author: 'Ann Lee <ann@example.org>' });
      const documents = await json('list', '--all');
      assertShape(documents, helps.list);
      const mail = documents.find(({ path }) => path === 'postmortems/2025-10-13-mail.md');
      assert.deepEqual(mail?.['metadata'], {
        services: ['mail'],
        severity: 'SEV-2',
        status: 'Open',
        date: '2025-10-13',
      });
      assert.deepEqual(mail['frontMatter'], { severity: 'SEV-2', status: 'Open', services: ['mail'] });
      assert.deepEqual(mail['lastChange'], { date: '2025-10-14T08:00:00+02:00', author: 'Ann Lee' });
      assert.deepEqual(
        (mail['sections'] as Array<{ title: string; state: string }>).map(({ title, state }) => [title, state])[1],
        ['Impact', 'placeholder'],
      );
    });

    it('leaves out of the JSON what is not known', async () => {
      const [document] = (await json('list', '--include', 'runbooks/complete.md')) as Array<Record<string, unknown>>;
      assert.deepEqual(Object.keys(document ?? {}), [
        'path',
        'kind',
        'probability',
        'why',
        'title',
        'sections',
        'metadata',
        'problems',
      ]);
    });

    it('prints front matter that contains itself as a problem', async () => {
      await writeTree(root, { 'runbooks/cycle.md': '---\nowner: &x [*x]\n---\n# Cycle\n' });
      const [document] = (await json('list', '--include', 'runbooks/cycle.md')) as Array<{
        problems: Array<{ message: string }>;
      }>;
      assert.match(document?.problems[0]?.message ?? '', /Front matter/);
    });
  });

  describe('help', () => {
    for (const argument of ['--help', '-h', 'help']) {
      it(`is printed for ${argument}`, async () => {
        const { code, out, err } = await ran(argument);
        assert.deepEqual([code, err], [0, '']);
        assert.match(out, /^Usage: runbook-lens <command>/);
      });
    }

    it('of each command is printed for its --help, and reads no files', async () => {
      assert.deepEqual(await ran('check', '--help'), { code: 0, out: helps.check, err: '' });
      assert.deepEqual(await ran('list', 'no-such-folder', '-h'), { code: 0, out: helps.list, err: '' });
    });

    it('is printed as an error without a command', async () => {
      const { code, out, err } = await ran();
      assert.deepEqual([code, out], [1, '']);
      assert.match(err, /^Usage:/);
    });
  });

  describe('mistakes', () => {
    const mistakes: ReadonlyArray<readonly [argv: readonly string[], message: RegExp]> = [
      [['chek'], /^runbook-lens: Unknown command "chek"\. Use check, list, find, similar, actions, alerts, mcp or /],
      [['check', 'no-such-folder'], /^runbook-lens: The file or folder .*no-such-folder does not exist\.$/m],
      [['check', '.', 'no-such-folder'], /^runbook-lens: The file or folder .*no-such-folder does not exist\.$/m],
      [['check', ''], /^runbook-lens: A PATH is empty\. Name a file or folder, or omit it/],
      [['list', 'notes.md'], /^runbook-lens: .*notes\.md is a file/],
      [
        ['check', '--format', 'xml'],
        /^runbook-lens: Unknown format "xml"\. Use text, json, sarif, github or junit\.$/m,
      ],
      [['list', '--format', 'sarif'], /^runbook-lens: Unknown format "sarif"\. Use text or json\.$/m],
      [
        ['check', '--fail-on', 'fatal'],
        /^runbook-lens: Unknown severity "fatal"\. Use hint, information, warning or error\.$/m,
      ],
      [['check', '--output', ''], /^runbook-lens: --output is empty\. Name a file\.$/m],
      [
        ['check', '--output', 'no/report.txt'],
        /^runbook-lens: The report .* cannot be written: .*Name a file in a folder/,
      ],
      [['check', '--output', 'runbooks'], /^runbook-lens: The report .*runbooks cannot be written: /],
      [['check', '--changed-since', ''], /^runbook-lens: --changed-since is empty\. Name a branch, tag or commit\.$/m],
      [['check', '--changed-since', 'main'], /^runbook-lens: There is no git repository at /],
      [['check', '--baseline', ''], /^runbook-lens: --baseline is empty\. Name a file\.$/m],
      [
        ['check', '--baseline', 'none.json'],
        /^runbook-lens: The baseline .*none\.json does not exist\. Create it with /,
      ],
      [['check', '--update-baseline'], /^runbook-lens: --update-baseline needs --baseline FILE, the file to write\.$/m],
      [['check', '--output'], /^runbook-lens: .*--output.* See runbook-lens check --help\.$/ms],
      [['check', '--fix=yes'], /^runbook-lens: .*--fix.* See runbook-lens check --help\.$/ms],
      [['list', '--fix'], /^runbook-lens: .*--fix.* See runbook-lens list --help\.$/ms],
      [['check', '--no-such-option'], /^runbook-lens: .*--no-such-option.* See runbook-lens check --help\.$/m],
      [['check', '--all'], /^runbook-lens: .*--all.* check/],
      [['list', '--format'], /^runbook-lens: .* See runbook-lens list --help\.$/m],
      [['list', 'a', 'b'], /^runbook-lens: list accepts one path, not 2: a b$/m],
    ];
    for (const [argv, message] of mistakes) {
      it(`are told in a sentence: ${argv.join(' ')}`, async () => {
        const { code, out, err } = await ran(...argv);
        assert.deepEqual([code, out], [1, '']);
        assert.match(err, message);
        assert.doesNotMatch(err, /^ {4}at /m);
      });
    }
  });

  it('prints nothing of a file, a document or an argument that steers a terminal or a CI service', async () => {
    const hostile = '::error::x\u001b]0;t\u0007 \u202etxt ##vso[task.x]';
    await writeTree(root, {
      [`runbooks/a\n${hostile}.md`]: complete.replace('# Queue', `# ${hostile}`),
      [`postmortems/${hostile}.md`]:
        `---\nseverity: "SEV\\n${hostile.replace('\u001b', '\\e').replace('\u0007', '\\a')}"\nowner: "x\\e[31m"\n---\n` +
        `# ${hostile}\n\n## Impact\n\nx\n\n## Action items\n\n- [ ] ${hostile}\n`,
    });
    const runs = [
      ['list'],
      ['list', '--all', '--format', 'json'],
      ['actions'],
      ['actions', '--format', 'json'],
      ...['text', 'json', 'sarif', 'github', 'junit'].map((format) => ['check', '--format', format]),
      [`x\n${hostile}`],
      ['check', `x\n${hostile}`],
      ['list', `x\n${hostile}`],
      ['check', `--x\n${hostile}`],
      ['check', '--format', `x\n${hostile}`],
      ['check', '--fail-on', `x\n${hostile}`],
      ['check', '--include', `(\n${hostile}`],
      ['check', '--baseline', `x\n${hostile}`],
      ['actions', `x\n${hostile}`, hostile],
      ['check', '--output', `no/x\n${hostile}`],
      ['check', '--changed-since', `x\n${hostile}`],
    ];
    for (const argv of runs) {
      const { out, err } = await ran(...argv);
      for (const line of `${out}${err}`.split('\n')) {
        assert.doesNotMatch(line, hiddenCharacters, argv.join(' '));
        assert.doesNotMatch(line, /##\w*\[/, argv.join(' '));
        assert.doesNotMatch(line, argv.includes('github') ? /^\s*::(?!\w+ file=)/ : /^\s*::/, argv.join(' '));
      }
    }
  });
});
