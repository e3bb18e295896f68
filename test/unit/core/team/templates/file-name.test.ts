import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  fileNameFrom,
  pathProblem,
  slugOf,
  type FileNameVariables,
} from '../../../../../src/core/team/templates/file-name.ts';
import { UserError } from '../../../../../src/core/util/user-error.ts';
import { examples } from '../../../support/examples.ts';

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
    ['${snake}.md', 'mail_is_late.md'],
    ['${camel}.md', 'MailIsLate.md'],
    ['${camel}.md', 'KafkaISRShrinks.md', { title: 'KafkaISRShrinks' }],
    ['${camel}.md', 'UberLast.md', { title: 'über last' }],
    ['${date}-${slug}.md', '2025-10-13-checkout-is-down.md', { title: '2025-10-13 Checkout is down' }],
    ['${date}-${slug}.md', '2025-10-13-2025-10-13.md', { title: '2025-10-13' }],
    ['${slug}.md', '2025-10-13-checkout-is-down.md', { title: '2025-10-13 Checkout is down' }],
  ];
  for (const [rule, name, more = {}] of cases) {
    it(`makes ${JSON.stringify(name)} of ${JSON.stringify(rule)}${more.service === undefined ? '' : ' without a service'}`, () =>
      assert.equal(fileNameFrom(rule, { ...variables, ...more }), name));
  }

  it('ends a long name after a whole word', () => {
    const title =
      'Lockers in the northern region refuse all pickup codes since the firmware of their gateways was updated';
    const name = fileNameFrom('${slug}.md', { ...variables, title });
    assert.equal(name, 'lockers-in-the-northern-region-refuse-all-pickup-codes-since-the-firmware-of.md');
    assert.equal(fileNameFrom('${slug}.md', { ...variables, title: 'x'.repeat(100) }), `${'x'.repeat(80)}.md`);
  });

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
      '${service}/${date} ${slug}.md',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme', minLength: 60, maxLength: 300 }),
    );
    fc.assert(
      fc.property(
        rules,
        texts.map((title) => `${title}a`),
        texts.map((service) => (service === '' ? '' : `${service}a`)),
        (rule, title, service) => {
          const name = fileNameFrom(rule, { ...variables, title, service });
          assert.equal(pathProblem(name), undefined);
          assert.match(name, /\.md$/);
          assert.doesNotMatch(name, /\p{Surrogate}/u);
          assert.ok(name.split('/').every((part) => Buffer.byteLength(part) <= 255));
        },
      ),
      { numRuns: examples(500) },
    );
  });

  it('shortens what would be too long together, by characters of any size', () => {
    const long = { ...variables, title: '障害'.repeat(100), service: '𠮷'.repeat(100) };
    const name = fileNameFrom('${date}-${service}-${title}.md', long);
    assert.match(name, /^2025-10-13-𠮷{20}-(?:障害){13}\.md$/u);
    assert.equal(fileNameFrom('${date}-${slug}.md', { ...variables, title: 'a b '.repeat(40) }).length, 93);
  });

  it('takes a backslash in a rule for a slash', () => {
    assert.equal(fileNameFrom('docs\\${slug}.md', variables), 'docs/mail-is-late.md');
  });

  it('leaves out of titles what cannot be seen', () => {
    const title = 'Mail \u202eis\u200b late\u0007 \ufeffnow\u3164';
    assert.equal(fileNameFrom('${title}.md', { ...variables, title }), 'Mail is late now.md');
    assert.equal(slugOf('Mail\u3164 is\u034f late'), 'mail-is-late');
  });

  it('refuses a rule whose names would act or be a device', () => {
    for (const rule of [
      '.git/hooks/${slug}.md',
      '.github/workflows/${slug}.md',
      'COM¹/${slug}.md',
      'aux .md',
      'a\u202e${slug}.md',
    ]) {
      assert.throws(() => fileNameFrom(rule, variables), UserError, rule);
    }
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
    [`${'障'.repeat(90)}.md`, /255 bytes/],
    ['docs\\a.md', /the character \\/],
    ['docs/ a.md', /begins with a space/],
    ['docs/\u3000a.md', /begins with a space/],
    ['docs\u00a0/a.md', /dot or space/],
    ['docs/a.md\u3000', /dot or space/],
    ['docs/\u2800/a.md', /empty/],
    ['docs/.../a.md', /dot or space/],
  ];
  for (const [path, problem] of problems) {
    it(`says why ${JSON.stringify(path.slice(0, 20))} cannot be`, () => assert.match(pathProblem(path) ?? '', problem));
  }
});

describe('pathProblem of names that are not what they seem', () => {
  const devices = 'con PRN Aux NUL COM0 com1 COM¹ com² LPT³ lpt9 CONIN$ conout$ CLOCK$ ＮＵＬ'.split(' ');
  /** Code points, in hexadecimal: controls, line breaks, directions, what takes no place, tags, what is no character. */
  const unseen = [
    '0 7 1b 7f 85 9b 2028 2029 61c 200e 200f 202a 202b 202c 202d 202e 2066 2067 2068 2069',
    'ad 34f 115f 180e 200b 200c 200d 2060 2064 3164 fe0f feff ffa0 e0001 e0061 e007f e0100 fff9 fffc',
    'ffff 1fffe e000 f03a d800 dc00',
  ].flatMap((codes) => codes.split(' ').map((code) => String.fromCodePoint(Number.parseInt(code, 16))));
  const acting = [
    '.git .GIT .Git ．git .githooks .husky .claude/commands .cursor/rules .github/workflows .GitHub/Workflows',
    '.github/actions/a .gitea/workflows .forgejo/workflows .github/prompts .hg .svn .woodpecker .tekton .devcontainer .vscode',
  ].flatMap((folders) => folders.split(' '));

  it('names the device, in any case, with any ending, and as a folder', () => {
    for (const name of devices) {
      for (const path of [
        name,
        `${name}.md`,
        `${name} .md`,
        `${name}.x.md`,
        `docs/${name}.md`,
        `${name}/a.md`,
        `docs/${name}.d/a.md`,
      ]) {
        assert.match(pathProblem(path) ?? '', /is a reserved name on Windows$/, path);
      }
    }
  });

  it('tells which character cannot be seen, wherever it stands', () => {
    for (const character of unseen) {
      const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
      for (const path of [
        `a${character}b.md`,
        `docs/${character}b.md`,
        `docs${character}/b.md`,
        `b.md${character}`,
        `.g${character}it/b.md`,
      ]) {
        assert.match(pathProblem(path) ?? '', new RegExp(`\\(${code.replace('+', '\\+')}\\)$`), `${code} ${path}`);
      }
    }
  });

  it('tells which folder acts, wherever it stands and however it is spelt', () => {
    for (const folder of acting) {
      for (const path of [`${folder}/a.md`, `docs/${folder}/a.md`, `${folder}/b/a.md`]) {
        assert.match(pathProblem(path) ?? '', /are read or run by tools/, path);
      }
    }
    assert.match(pathProblem('.git') ?? '', /^files in \.git\//);
    assert.match(pathProblem('.git\\hooks\\a.md') ?? '', /^files in \.git\//);
  });

  it('refuses what looks like another path, and says why', () => {
    for (const path of ['a／b.md', 'a∕b.md', 'a⁄b.md', 'a⧸b.md', 'a＼b.md', 'a∖b.md', 'a﹨b.md', '℅.md']) {
      assert.match(pathProblem(path) ?? '', /which looks like a slash$/, path);
    }
    for (const path of ['．．/a.md', '‥/a.md', '․/a.md', '．/a.md', 'docs/․․/a.md', 'docs/…/a.md', '.．/a.md']) {
      assert.match(pathProblem(path) ?? '', /looks like "\." or "\.\."/, path);
    }
    for (const path of ['C：a.md', 'Ｃ：/a.md', 'c﹕a.md', 'c∶a.md', 'docs/C：/a.md']) {
      assert.match(pathProblem(path) ?? '', /looks like a drive name$/, path);
    }
  });

  it('makes usable names of titles that would look so', () => {
    for (const [title, name] of [
      ['a／b', 'a b.md'],
      ['C：a', 'C a.md'],
      ['読み／書き', '読み 書き.md'],
    ] as const) {
      assert.equal(fileNameFrom('${title}.md', { ...variables, title }), name);
    }
  });

  it('refuses names of files that are obeyed in any folder', () => {
    const names = [
      '.gitmodules .gitattributes .gitignore .mailmap .gitlab-ci.yml .runbook-lens.json .cursorrules',
      'AGENTS.md agents.md Claude.md CLAUDE.local.md GEMINI.md SKILL.md copilot-instructions.md ＡＧＥＮＴＳ.md',
    ].flatMap((some) => some.split(' '));
    for (const path of names.flatMap((name) => [name, `docs/a/${name}`, `.github/${name}`])) {
      assert.match(pathProblem(path) ?? '', /^files with the name .* are read by tools/, path);
    }
    assert.throws(() => fileNameFrom('${slug}', { ...variables, title: 'Agents' }), UserError);
    assert.throws(() => fileNameFrom('AGENTS', variables), UserError);
    for (const path of ['agents/a.md', 'docs/our-agents.md', 'claude.md/a.md', '.runbook-lens/templates/x.md']) {
      assert.equal(pathProblem(path), undefined, path);
    }
  });

  it('refuses joiners where no script needs them, and tags that make no flag', () => {
    for (const path of [
      'a\u200cb.md',
      '\u200cمی.md',
      'می\u200c.md',
      'ന്\u200d\u200d.md',
      'a\u200d.md',
      '影\u200d響.md',
      '🏴\u{e0067}\u{e0062}\u{e0065}.md',
      '🔥\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}.md',
      '🏴\u{e007f}.md',
    ]) {
      assert.match(pathProblem(path) ?? '', /invisible character/, path);
    }
  });

  it('refuses what Windows may take for another folder or stream', () => {
    for (const path of [
      '.git /a.md',
      '.git./a.md',
      'GIT~1/a.md',
      'github~1/workflows/a.md',
      'NOTES~1.MD',
      'a.md:stream',
      '.git::$INDEX_ALLOCATION/a.md',
    ]) {
      assert.notEqual(pathProblem(path), undefined, path);
    }
  });

  it('is none for names of any script, and for what only resembles the others', () => {
    const good = [
      '.github/ISSUE_TEMPLATE/a.md|.github/a.md|workflows/a.md|docs/git/a.md|.gitlab/merge_request_templates/a.md|git/hooks/a.md',
      'console.md|con-call.md|aux-power.md|null.md|com10.md|COM.md|lpt.md|nul_.md|a con.md|auxiliary/prn-1.md|x/.gitignore.md',
      ".runbook-lens/templates/a.md|.hidden.md|a..b.md|~a.md|a~b.md|about ~100 users.md|it's.md|a (1).md|$a.md|a,b;c=d&e.md",
      '影響.md|葛\u{e0100}城.md|é.md|e\u0301.md|Überlauf/Störung.md|сбой.md|סיכון.md|عطل/الخادم.md|خدمة\u0651.md|서비스 장애.md',
      'می\u200cخواهم.md|ශ්\u200dරී.md|क्\u200dष.md|सेवा बंद.md|ไทย.md|ខ្មែរ.md|ガス.md|〇〇.md|ᠨᠢ\u180bᠭ.md',
      '🔥.md|❤\ufe0f.md|👩\u200d💻.md|👩🏽\u200d🚒.md|1\ufe0f\u20e3.md|🇩🇪.md|🏳\ufe0f\u200d🌈.md',
      'നന്\u200d.md|നന്\u200d 2.md|ত্\u200d.md|می\u200c۲.md|می\u200c2.md|می\u200cx.md|SMS\u200cها.md|۲\u200cماهه.md|۱۴۰۰ه\u200d.md',
      ...['gbeng', 'gbsct', 'gbwls'].map(
        (region) =>
          `🏴${Array.from(region, (letter) => String.fromCodePoint(0xe0000 + (letter.codePointAt(0) ?? 0))).join('')}\u{e007f}.md`,
      ),
      '障害：決済.md|A：概要.md|Ver．2．md.md|障害．.md|½.md|ノート.md|丿.md|Waiting….md|注：C：D.md',
      '障'.repeat(80),
    ].flatMap((paths) => paths.split('|'));
    for (const path of good) {
      assert.equal(pathProblem(path), undefined, path);
    }
  });

  it('is one for any path that holds such a character, device or folder', () => {
    const plain = fc.stringMatching(/^[a-z]{1,6}$/).filter((name) => !['con', 'prn', 'aux', 'nul'].includes(name));
    const bad = fc.oneof(
      fc.tuple(plain, fc.constantFrom(...unseen), plain).map((parts) => parts.join('')),
      fc
        .tuple(fc.constantFrom(...devices), fc.constantFrom('', ' ', '  ', '.a', ' .a.b'))
        .map((parts) => parts.join('')),
      fc.constantFrom(...acting),
    );
    fc.assert(
      fc.property(fc.array(plain, { maxLength: 3 }), bad, fc.array(plain, { maxLength: 3 }), (before, name, after) => {
        assert.notEqual(pathProblem([...before, name, ...after, 'a.md'].join('/')), undefined);
      }),
    );
  });

  it('lets through only what can be seen, fits and is told apart from its neighbours', () => {
    const segments = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.stringMatching(/^[conprnauxlptgitCOM.~0-9¹ $]{1,9}$/),
    );
    fc.assert(
      fc.property(fc.array(segments, { minLength: 1, maxLength: 4 }), (parts) => {
        const path = parts.join('/');
        if (pathProblem(path) === undefined) {
          assert.doesNotMatch(
            path,
            /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Bidi_Control}<>:"|?*\\\u200b\u2060\ufeff\u00ad]/u,
          );
          for (const name of path.split('/')) {
            assert.doesNotMatch(name, /^\s|[\s.]$|^$/);
            assert.doesNotMatch(
              name.split('.')[0]?.trim() ?? '',
              /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/i,
            );
            assert.notEqual(name.toLowerCase(), '.git');
            assert.ok(Buffer.byteLength(name) <= 255);
          }
        }
      }),
      { numRuns: examples(2000) },
    );
  });
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
