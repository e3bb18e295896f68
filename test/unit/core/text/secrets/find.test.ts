import assert from 'node:assert/strict';
import fc from 'fast-check';
import { secretsIn } from '../../../../../src/core/text/secrets/find.ts';
import { withoutSecretsIn } from '../../../../../src/core/text/secrets/hide.ts';
import { tokenRows } from '../../../../../src/core/text/secrets/shapes.ts';
import { leastTime } from '../../../../fuzz/time/measure.ts';
import { base64, hex, letters, pem, plantedSecrets, summed, webToken } from '../../../support/made-secrets.ts';

/** What is found in a text: kinds and values. */
function found(text: string, today?: string): Array<readonly [kind: string, value: string]> {
  return secretsIn(text, today).map(({ kind, start, end }) => [kind, text.slice(start, end)]);
}

const planted = plantedSecrets();
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...planted.map(([, value, around]) => around(value))),
        fc.constantFrom(...planted.map(([, value]) => value.slice(0, value.length / 2))),
        fc.constantFrom(
          ' ',
          '\n',
          '"',
          '.',
          '=',
          ':',
          '\\n',
          '%3D',
          'Bearer ',
          'password: ',
          '://a:',
          '@',
          '-----',
          'eyJ',
        ),
        fc.string({ maxLength: 8 }),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

describe('secretsIn', () => {
  for (const [index, [kind, value, around]] of planted.entries()) {
    it(`finds a ${kind} (${index + 1}) and nothing else`, () => {
      const text = `# A page\n\nSome text.\n\n${around(value)}\n\nMore text.\n`;
      const [only, ...others] = secretsIn(text);
      assert.deepEqual(others, []);
      assert.equal(only?.kind, kind);
      assert.equal(only.doubtful, false);
      // A key in a quotation has the marks of the quotation in its lines.
      assert.equal(text.slice(only.start, only.end).replaceAll('\n> ', '\n'), value);
    });
  }

  it('finds all of them in one text, in order', () => {
    const text = planted.map(([, value, around]) => around(value)).join('\n\n');
    assert.deepEqual(
      secretsIn(text).map(({ kind }) => kind),
      planted.map(([kind]) => kind),
    );
  });

  it('shows at most four characters at each end, and no more than a quarter of a value', () => {
    for (const [, value, around] of planted) {
      const text = around(value);
      for (const { shown, start, end } of secretsIn(text)) {
        const [head = '', tail = ''] = shown.split('…');
        assert.ok(head.length <= 4 && tail.length <= 4 && (head.length + tail.length) * 4 <= end - start, shown);
      }
    }
    const token = summed(['ghp', ''].join('_'));
    assert.equal(secretsIn(token)[0]?.shown, `ghp_…${token.slice(-4)}`);
    assert.equal(secretsIn('https://ada:k9-Vt4mQz81@shop.internal')[0]?.shown, '…');
  });

  it('tells a token with a wrong checksum as doubtful', () => {
    for (const prefix of ['ghp', 'gho', 'npm']) {
      const token = summed(`${prefix}_`);
      assert.equal(secretsIn(token)[0]?.doubtful, false, prefix);
      assert.equal(secretsIn(token.slice(0, -1) + (token.endsWith('a') ? 'b' : 'a'))[0]?.doubtful, true, prefix);
    }
  });

  it('takes no web token for one that has expired or is not signed', () => {
    const day = Date.parse('2026-03-04') / 1000;
    const token = webToken({ sub: 'ada', exp: day });
    assert.deepEqual(found(token, '2026-03-04'), [['signed web token', token]]);
    assert.deepEqual(found(`Bearer ${token}`, '2026-03-05'), []);
    assert.deepEqual(found(token), [['signed web token', token]]);
    assert.deepEqual(found(webToken({ sub: 'ada' }, { alg: 'none' })), []);
    assert.deepEqual(found(webToken({ sub: 'ada' }, { typ: 'JWT' })), []);
  });

  it('finds tokens behind an escaped line break, an escaped sign and a quotation mark, not within a word', () => {
    const token = summed(['ghp', ''].join('_'));
    for (const before of [String.raw`"text":"a\n`, 'a%3D', '"', "'", '`', '(', '=', ':', '|', '>', '\u00a0']) {
      assert.deepEqual(found(before + token), [['GitHub token', token]], before);
    }
    assert.deepEqual(found(`a${token}`), []);
    assert.deepEqual(found(`${token}a`), []);
    assert.deepEqual(found(`${token}.`), [['GitHub token', token]]);
  });

  it('finds a private key whatever is around its lines, and to where it goes on', () => {
    for (const eol of ['\n', '\r\n', '\n    ', '\n> ', String.raw`\n`, String.raw`\r\n`]) {
      const key = pem('RSA ', eol);
      assert.deepEqual(found(`a\n${key}\nb`), [['private key', key]], JSON.stringify(eol));
    }
    const begun = pem().split('\n').slice(0, 6).join('\n');
    assert.deepEqual(found(`${begun}\n\nThen averylongwordthatisnotofakey follows.`), [['private key', begun]]);
    for (const eol of ['\n', '\r\n', '\n> ', String.raw`\n`]) {
      const rest = pem('', eol).split(eol).slice(5).join(eol);
      const [only, ...others] = found(`… 34 lines …${eol}${rest}${eol}Next.`);
      assert.deepEqual(others, []);
      assert.ok(only?.[1].endsWith(rest), JSON.stringify(eol));
    }
    assert.deepEqual(found(['A word.\n\n-----END RSA PRIVATE', 'KEY-----'].join(' ')), []);
    const encrypted = pem().replace('\n', `\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,${hex(32)}\n\n`);
    assert.deepEqual(found(encrypted), [['private key', encrypted]]);
    const block = pem('PGP ').replaceAll('KEY', 'KEY BLOCK').replace('\n', '\nVersion: 1\n\n');
    assert.deepEqual(found(block), [['PGP private key', block]]);
    assert.deepEqual(found(pem().replaceAll('PRIVATE', 'PUBLIC')), []);
    assert.deepEqual(
      found(['-----BEGIN RSA PRIVATE', 'KEY-----\nMIIE…\n-----END RSA PRIVATE', 'KEY-----'].join(' ')),
      [],
    );
  });

  it('finds names and values in all usual notations', () => {
    const key = `${base64(39, 'aws')}Z`;
    for (const text of [
      `AWS_SECRET_ACCESS_KEY=${key}`,
      `export AWS_SECRET_ACCESS_KEY="${key}"`,
      `"SecretAccessKey": "${key}",`,
      `secret_access_key: ${key}`,
      `| AWS secret key | \`${key}\` |`,
      `The secret access key is ${key}.`,
      `- **Secret access key**: ${key}`,
    ]) {
      assert.deepEqual(found(text), [['AWS secret access key', key]], text);
    }
  });

  it('finds passwords behind the word, a header and an option', () => {
    const password = ['Wq4', 'Lx82', 'mTzr'].join('-');
    const basic = Buffer.from(`ada:${password}`).toString('base64');
    for (const [kind, value, text] of [
      ['password', password, `password: ${password}`],
      ['password', password, `DB_PASSWORD="${password}"`],
      ['password', password, `The password is \`${password}\`.`],
      ['password', password, `| Password | ${password} |`],
      ['password', password, `mysql --user ada --password ${password} shop`],
      ['password', Buffer.from(password).toString('base64'), `  password: ${Buffer.from(password).toString('base64')}`],
      ['password', ['Summer', '2031!'].join(''), `pwd = ${['Summer', '2031!'].join('')}`],
      ['password of a command', password, `curl -s -u ada:${password} https://shop.io`],
      ['password in a header', basic, `curl -H 'Authorization: Basic ${basic}' https://shop.io`],
      ['password in a URL', password, `amqps://ada:${password}@queue.shop.io/orders`],
      ['value of a secret', letters(24, 's'), `SESSION_SECRET=${letters(24, 's')}`],
      ['value of a secret', hex(64, 't'), `session-secret: ${hex(64, 't')}`],
      ['value of a secret', letters(32, 't'), `"api_key": "${letters(32, 't')}"`],
    ] as const) {
      assert.deepEqual(found(`Before.\n\n${text}\n\nAfter.`), [[kind, value]], text);
    }
  });

  it('takes a value out whole, and nothing of what is around it', () => {
    const [password, token] = [['aB3kT9uxCCwj', 'z4Q#tail99'].join('!'), letters(26, 't')];
    const aws = `${base64(38, 'aws')}aZ`;
    for (const [value, around] of [
      // Up to white space, or the closing mark.
      ['aB3kT9uxCC,wjIl64zQ', 'password: ⟦⟧'],
      ['aB3kT9uxCC;wjIl64zQ<x>99', '{"password":"⟦⟧"}'],
      [String.raw`aB3kT9ux\"CCwj`, 'PASSWORD: "⟦⟧"'],
      ['aB3kT9uxCC@kk7Zq9', 'https://u:⟦⟧@db.shop.io/x'],
      [`${token}!x9Zq4`, 'TOKEN=⟦⟧'],
      [password, '<!-- password = ⟦⟧-->'],
      [password, '(password: ⟦⟧).'],
      [password, 'docker run -e "PASSWORD=⟦⟧" shop'],
      [password, "docker run -e 'PASSWORD=⟦⟧;' shop"],
      [password, '`password: ⟦⟧`, then'],
      [password, 'https://shop.io/?password=⟦⟧&user=ada'],
      [password, '**Password**: **⟦⟧**'],
      // Tables, HTML, strings in strings.
      [password, '| Password     | ⟦⟧ |'],
      [password, '|Password|⟦⟧|'],
      [token, '| DB_SECRET                    | ⟦⟧            |'],
      [password, 'password    : ⟦⟧'],
      [password, '<b>Password</b>: ⟦⟧'],
      [password, '<td>Password</td><td>⟦⟧</td>'],
      [password, '<code>password: ⟦⟧</code>'],
      [password, String.raw`{\"password\":\"⟦⟧\",\"a\":1}`],
      [String.raw`aB3kT9ux\\\"CCwj`, String.raw`{\"password\":\"⟦⟧\",\"a\":1}`],
      [password, '{password: ⟦⟧}'],
      [password, '{password: ⟦⟧, user: ada}'],
      [password, 'The password is: ⟦⟧'],
      [password, '--password ⟦⟧'],
      [aws, '<td>AWS_SECRET_ACCESS_KEY</td><td>⟦⟧</td>'],
      [aws, 'export AWS_SECRET_ACCESS_KEY=\\\n  ⟦⟧'],
      // Names.
      ...['SECRET_KEY=', 'SECRET_KEY_BASE=', 'secretKey: ', 'STRIPE_SECRET_KEY=', 'API key: '].map(
        (name) => [token, `${name}⟦⟧`] as const,
      ),
      // Commands and URLs.
      [password, 'curl "https://shop.io?a=1&b=2;c|d" -u ada:⟦⟧'],
      [password, "curl 'https://shop.io' --user 'ada:⟦⟧'"],
      [password, 'curl -s \\\n  -X POST \\\n  -u ada:⟦⟧ \\\n  https://shop.io'],
      [password, 'curl -uada:⟦⟧ https://shop.io'],
      ['k9-Vt4mQz81', 'postgres://ada:⟦⟧@server.corp.io/x'],
      ['k9-Vt4mQz81', 'postgres://ada:⟦⟧@host.corp.io/x'],
      ['aBcTkuxCCwjQ', 'postgres://ada:⟦⟧@db.corp.io/x'],
      [summed(['ghp', ''].join('_')), '__⟦⟧__'],
    ] as const) {
      const text = `Before.\n\n${around.replace('⟦⟧', () => value)}\n\nAfter.`;
      assert.deepEqual(
        secretsIn(text).map(({ start, end }) => text.slice(start, end)),
        [value],
        text,
      );
    }
  });

  it('leaves nothing of a password, whatever signs it has', () => {
    const signs = 'aB3kT9uxCwjz4QZ!#$%&*+=?@^~.:;,()[]{}|<>/\\_-';
    const places: ReadonlyArray<(value: string) => string> = [
      (value) => `password: ${JSON.stringify(value)}, next`,
      (value) => JSON.stringify(JSON.stringify({ password: value, next: 1 })),
      (value) => `DB_PASSWORD='${value.replaceAll('\\', '\\\\')}' next`,
      (value) => `DB_PASSWORD=${value} next`,
      (value) => `The password is ${value}.\nNext`,
    ];
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...signs), maxLength: 24 }),
        fc.constantFrom(...places),
        (middle, place) => {
          const value = `aB3kT9ux${middle}q7Z`;
          const text = place(value);
          const removed = withoutSecretsIn(text, secretsIn(text));
          // Some are like a variable or a placeholder.
          if (removed !== text && !/-->|<\/|<br/.test(value)) {
            assert.ok(!removed.includes('q7Z') && removed.toLowerCase().includes('next'), `${text} ${removed}`);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('takes no sum and no id for a key, unless its name says that it is secret', () => {
    const [sum, id, aws] = [hex(32, 'm'), '3f2b8c1e-9d47-4a6b-8e15-7c9d2b4f6a80', `${base64(38, 'aws')}aZ`];
    const [access, example] = [['AKIA', '23ABC4DEFGH5IJKL'].join(''), ['AKIA', 'IOSFODNN7EXAMPLE'].join('')];
    for (const text of [
      `${access} at commit ${hex(40)}`,
      `${example} ${aws}`,
      `token: ${id}`,
      `auth_token: ${sum}`,
      `sk-${sum}`,
      `key-${sum}`,
      `SK${sum}`,
      `date -u ada:${['Wq4', 'Lx82', 'mTzr'].join('-')}`,
      'https://ada:PersonalAccessToken@github.com/shop/api',
    ]) {
      assert.deepEqual(found(text), [], text);
    }
    for (const text of [
      `${access} ${aws}`,
      `api_token: ${id}`,
      `client_secret: ${sum}`,
      `Twilio SK${sum}`,
      `api: key-${sum}`,
    ]) {
      assert.equal(found(text).length, 1, text);
    }
  });

  it('shows nothing of a password', () => {
    const basic = Buffer.from(`ada:${letters(40)}`).toString('base64');
    for (const text of [`password: ${letters(40)}`, `Authorization: Basic ${basic}`, `://ada:${letters(40)}@shop.io`]) {
      assert.deepEqual(
        secretsIn(text).map(({ shown }) => shown),
        ['…'],
      );
    }
  });

  it('takes no name, path, day or setting behind the word for a password', () => {
    for (const value of [
      'KeyVault2',
      'Argon2id',
      'PBKDF2-SHA256',
      'bcrypt-12rounds',
      'AES-256-GCM',
      'var.db_password_2',
      'process.env.DB_PASS2',
      'os.environ["DB_PASS2"]',
      'getSecret("db2")',
      '${DB_PASS2}',
      '$DB_PASS2',
      '%(db_pass2)s',
      '<see Vault2>',
      '********',
      'op://Prod/db-1/password',
      'https://vault.shop.io/ui/v1',
      '/etc/shop/db-1.pass',
      './secrets/db1.txt',
      'projects/shop/secrets/db-1',
      '2031-03-04T10:20:00Z',
      'changeme123!',
      'P4ssw0rd!2031',
      'MyS3cret!',
      'rotated on 2031-03-04',
      '--host=db-1',
      'db-1.shop.internal',
      '\n  caracalAdminToken2: a',
      'vault:shop/db#password',
      'Sealed2031',
    ]) {
      assert.deepEqual(found(`password: ${value}\n`), [], value);
    }
    for (const value of ['ExternalSecretStoreV1Beta1Reference', 'projects/shop/secrets/apiToken/versions/3']) {
      assert.deepEqual(found(`secret: ${value}\n`), [], value);
    }
  });

  it('leaves out examples and placeholders', () => {
    const example = (...parts: readonly string[]): string => parts.join('');
    for (const text of [
      'AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      example('ghp', '_', 'x'.repeat(36)),
      example('ghp', '_', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'),
      example('gho', '_', '16C7e42F292c6912E7710c838347Ae178B4a'),
      example('glpat', '-', 'your-token-goes-here'),
      example('glpat', '-', 'XXXXXXXXXXXXXXXXXXXX'),
      example('sk', '_test_', letters(24)),
      example('sk', '_live_', '0'.repeat(24)),
      example('xoxb', '-', '000000000000-000000000000-000000000000000000000000'),
      example('hvs', '.', 'CAESI...'),
      example('SG', '.', '<key>'),
      example('AIza', 'Sy', 'YOUR_API_KEY_GOES_HERE_1234567890123'),
      'Authorization: Bearer $TOKEN',
      'Authorization: Bearer ${{ secrets.API_TOKEN_OF_THE_SHOP }}',
      'Authorization: Bearer <access token of the shop>',
      'Authorization: Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9',
      'Authorization: Token token=y_NbAkKc66ryYTWUXYEu',
      'The bearer of this ticket may enter.',
      'https://user:password@db.shop.io',
      'https://user:pass@db.shop.io',
      'https://ada:$PASSWORD@db.shop.io',
      'https://ada:${PASSWORD}@db.shop.io',
      'https://ada:{{password}}@db.shop.io',
      'https://ada:<password>@db.shop.io',
      'https://ada:****@db.shop.io',
      'https://ada:p4ssw0rd123@db.shop.io',
      'https://ada:k9-Vt4mQz81@localhost:5432',
      'https://ada:k9-Vt4mQz81@example.com',
      'postgres://ada:k9-Vt4mQz81@127.0.0.1/shop',
      'git clone ssh://git@github.com:shop/runbooks.git',
      'See http://shop.io:8080/a@b and https://shop.io/@ada.',
      'password: changeme',
      'Password: ask Ada',
      'password = os.environ["DB_PASSWORD"]',
      'password: !vault |',
      'kubectl get secret shop -o jsonpath="{.data.password}"',
      'secret: projects/shop/secrets/api-token/versions/3',
      'token: ${{ secrets.GITHUB_TOKEN }}',
      `image: shop@sha256:${hex(64)}`,
      `commit ${hex(40)}`,
      `${['AKIA', '23ABC4DEFGH5IJKL'].join('')} was used`,
      `"integrity": "sha512-${base64(86)}=="`,
      'AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==',
    ]) {
      assert.deepEqual(found(text), [], text);
    }
  });

  it('takes few random values for made-up ones', () => {
    const total = 3000;
    let missed = 0;
    for (let turn = 0; turn < total; turn += 1) {
      const [token, key] = [['glpat', letters(20, `${turn}`)].join('-'), `SK${hex(32, `${turn}`)}`];
      missed += secretsIn(`${token} Twilio ${key} ${summed(['ghp', ''].join('_'), `${turn}`)}`).length === 3 ? 0 : 1;
    }
    assert.ok(missed / total < 0.003, `${missed} of ${total}`);
  });

  it('gives places inside any text, in order and apart', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const secret of secretsIn(text)) {
          assert.ok(secret.start >= end && secret.end > secret.start && secret.end <= text.length);
          ({ end } = secret);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds nothing in a text that it was removed from', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const removed = withoutSecretsIn(text, secretsIn(text));
        for (const { start, end } of secretsIn(removed)) {
          // What went on behind a secret may be one too; the next removal finds it.
          assert.ok(!planted.some(([, value]) => removed.slice(start, end) === value));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the time to find secrets', () => {
  /** What begins each form, and pieces that go on for long without an end. */
  const begins = tokenRows
    .trim()
    .split('\n')
    .flatMap((row) => row.split('|')[1]?.split(' ') ?? []);
  const names = [
    ...begins,
    'secret_access_key=',
    'AKIA23ABC4DEFGH5IJKL ',
    'AccountKey=',
    'SharedAccessKey=',
    '?sig=',
    'aaa8Q~',
    '.atlasv1.',
    'hooks.slack.com/services/',
    'discord.com/api/webhooks/',
    'DD_API_KEY=',
    'Token token=',
    'pagerduty a b key=',
    'GenieKey ',
    'twilio a b token ',
    'AC00000000000000000000000000000000:',
    'root token: ',
    'Unseal Key 1: ',
    'Bearer ',
    'Authorization: Basic ',
    '://a:b',
    '://',
    'curl -u a:',
    'curl ',
    'curl -u a:aB3kT9ux!CCwj ',
    'curl "-u a:',
    'password: ',
    'password: "',
    'password: \\\\"',
    '\\\\\\\\\\\\"',
    'password</b> ',
    ['-----END RSA PRIVATE', 'KEY-----'].join(' '),
    ['A1b2C3d4E5f6G7h8\n-----END RSA PRIVATE', 'KEY-----'].join(' '),
    ' --password ',
    'secret: ',
    'token|',
    ['-----BEGIN RSA PRIVATE', 'KEY-----'].join(' '),
    'PuTTY-User-Key-File-2: a',
    'eyJa.',
    'eyJa',
    'LS0tLS1CRUdJTi',
  ];
  const pieces = names.flatMap((name) => [
    name,
    `${name} `,
    `${name}\n`,
    `${name}aB3`,
    `${name}aB3dE6gH9jK2mN5pQ8sT1vW4yZ7 `,
  ]);

  const time = (piece: string, length: number): number => {
    const text = piece.repeat(Math.ceil(length / piece.length));
    return leastTime(() => void secretsIn(text), 1);
  };

  it('grows no faster than the text, whatever begins again and again', function () {
    this.timeout(120_000);
    // What seems steep is measured again: another program may have had its turn.
    const steep = pieces.filter((piece) =>
      [20_000, 40_000, 80_000].every((length) => {
        const long = time(piece, length);
        return long > 10 && long / time(piece, length / 4) > 8;
      }),
    );
    assert.deepEqual(steep, []);
  });

  it('is short for a text of two megabytes, which is the most that is read', function () {
    this.timeout(120_000);
    const slow = pieces.filter((piece, index) => index % 31 === 0 && time(piece, 2_000_000) > 3000);
    assert.deepEqual(slow, []);
  });
});
