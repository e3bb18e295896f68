import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fileNameFrom, pathProblem, slugOf, type FileNameVariables } from '../../../../src/core/templates/file-name.ts';
import { UserError } from '../../../../src/core/user-error.ts';

const variables: FileNameVariables = {
  date: '2025-10-13',
  title: 'Mail is late',
  service: 'Mail Queue',
  number: 'PM2025-014',
};

describe('fileNameFrom', () => {
  const cases: ReadonlyArray<readonly [rule: string, name: string, more?: Partial<FileNameVariables>]> = [
    ['${date}-${slug}.md', '2025-10-13-mail-is-late.md'],
    ['${number} - ${title}.md', 'PM2025-014 - Mail is late.md'],
    ['${year}/${month}/${slug}.html.md.erb', '2025/10/mail-is-late.html.md.erb'],
    ['${service}/${slug}.md', 'mail-queue/mail-is-late.md'],
    ['${slug}', 'mail-is-late.md'],
    ['${title}', 'Fix foo.bar.md', { title: 'Fix foo.bar' }],
    ['_incidents/${slug}.md', '_incidents/mail-is-late.md'],
    ['fixed name.md', 'fixed name.md'],
    ['${date}-${service}-${slug}.md', '2025-10-13-mail-is-late.md', { service: '' }],
    ['${service}-${slug}.md', 'mail-is-late.md', { service: '' }],
    ['${slug}-${service}.md', 'mail-is-late.md', { service: '' }],
    ['${slug} - ${service}.md', 'mail-is-late.md', { service: '' }],
    ['${slug}_${service}', 'mail-is-late.md', { service: ' ' }],
    ['${service}/${slug}.md', 'mail-is-late.md', { service: '' }],
    ['runbooks/${service}/${slug}.md', 'runbooks/mail-is-late.md', { service: '' }],
    ['${title}.md', 'A B C D E.md', { title: 'A/B\\C:D*E?' }],
    ['${title}.md', 'etc passwd.md', { title: '../../etc/passwd' }],
    ['${title}.md', 'hidden.md', { title: '.hidden. ' }],
    ['${slug}.md', 'データベース障害.md', { title: 'データベース障害！' }],
    ['${slug}.md', 'untitled.md', { title: '🔥🔥' }],
  ];
  for (const [rule, name, more = {}] of cases) {
    it(`makes ${JSON.stringify(name)} of ${JSON.stringify(rule)}${more.service === undefined ? '' : ' without a service'}`, () =>
      assert.equal(fileNameFrom(rule, { ...variables, ...more }), name));
  }

  it('names the unknown variable and those that there are', () => {
    assert.throws(
      () => fileNameFrom('${date}-${slugg}.md', variables),
      (error) => {
        assert.ok(error instanceof UserError);
        assert.match(error.message, /"\$\{date\}-\$\{slugg\}\.md" has the unknown variable \$\{slugg\}.*\$\{slug\}/);
        return true;
      },
    );
    assert.throws(() => fileNameFrom('${constructor}.md', variables), UserError);
  });

  it('refuses what is no usable name', () => {
    for (const rule of [
      '../${slug}.md',
      '/${slug}.md',
      'C:\\${slug}.md',
      'a//b.md',
      '${service}',
      'a/../b.md',
      'a:b.md',
    ]) {
      assert.throws(() => fileNameFrom(rule, { ...variables, service: '' }), UserError, rule);
    }
  });

  it('gives a usable name for any title and service', () => {
    const rules = fc.constantFrom(
      '${date}-${slug}.md',
      '${number} - ${title}.md',
      '${date}-${service}-${title}',
      '${service}/${slug}.md',
    );
    fc.assert(
      fc.property(
        rules,
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((title) => /[\p{L}\p{N}]/u.test(title)),
        fc.string({ unit: 'grapheme' }),
        (rule, title, service) => {
          const name = fileNameFrom(rule, { ...variables, title, service });
          assert.equal(pathProblem(name), undefined);
          assert.match(name, /\.md$/);
          assert.doesNotMatch(name, /\p{Surrogate}/u);
        },
      ),
    );
  });

  it('keeps long titles short without cutting a character in two', () => {
    const name = fileNameFrom('${title}.md', { ...variables, title: '😀a'.repeat(200) });
    assert.doesNotMatch(name, /\p{Surrogate}/u);
    assert.ok([...name].length <= 130);
  });
});

describe('pathProblem', () => {
  it('is none for a relative path', () => {
    for (const path of ['a.md', 'docs/a b.md', '.github/a.md', 'é/影響.md', 'a..b.md']) {
      assert.equal(pathProblem(path), undefined, path);
    }
  });

  const problems: ReadonlyArray<readonly [path: string, problem: RegExp]> = [
    ['', /empty/],
    ['  ', /empty/],
    ['/etc/passwd', /relative/],
    ['\\share\\a.md', /relative/],
    ['C:/a.md', /relative/],
    ['c:a.md', /relative/],
    ['../a.md', /"\.\."/],
    ['docs/../../a.md', /"\.\."/],
    ['docs\\..\\a.md', /"\.\."/],
    ['./a.md', /"\."/],
    ['docs//a.md', /empty/],
    ['docs/ /a.md', /empty/],
    ['docs/', /empty/],
    ['docs./a.md', /dot or space/],
    ['docs/a.md ', /dot or space/],
    ['what?.md', /the character \?/],
    ['docs/con.md', /Windows/],
    ['LPT1', /Windows/],
    ['a|b.md', /the character \|/],
    ['a\tb.md', /control character/],
    [`${'a'.repeat(201)}.md`, /200/],
  ];
  for (const [path, problem] of problems) {
    it(`says why ${JSON.stringify(path.slice(0, 20))} cannot be`, () => assert.match(pathProblem(path) ?? '', problem));
  }
});

describe('slugOf', () => {
  const cases: ReadonlyArray<readonly [title: string, slug: string]> = [
    ['Mail is late!', 'mail-is-late'],
    ['  --Mail -- late-- ', 'mail-late'],
    ["It's the queue’s fault", 'its-the-queues-fault'],
    ['Überlauf: Störung', 'uberlauf-storung'],
    ['Ação corretiva', 'acao-corretiva'],
    ['ガス', 'ガス'],
    ['сбой', 'сбой'],
    ['सेवा बंद', 'सेवा-बंद'],
    ['서비스 장애', '서비스-장애'],
    ['🔥', 'untitled'],
    ['', ''],
  ];
  for (const [title, slug] of cases) {
    it(`makes ${JSON.stringify(slug)} of ${JSON.stringify(title)}`, () => assert.equal(slugOf(title), slug));
  }

  it('is at most 80 characters long and does not end in a dash', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const slug = slugOf(title);
        assert.ok([...slug].length <= 80);
        assert.doesNotMatch(slug, /^-|-$|--|[/\\]/);
        assert.equal(slugOf(slug), slug);
      }),
    );
    assert.equal(slugOf(`${'a'.repeat(79)} b`), 'a'.repeat(79));
  });
});
