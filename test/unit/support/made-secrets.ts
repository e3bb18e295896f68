import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

// Secrets are put together while a test runs: hosts of code refuse files that have any, even false ones.

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const lowerHex = '0123456789abcdef';

/** Signs of secrets, which break their forms in this file. */
const [low, dash, dot, space] = ['_', '-', '.', ' '];

/** Returns characters of an alphabet that look random; the same for the same seed. */
export function scrambled(length: number, alphabet: string, seed: string): string {
  let text = '';
  for (let turn = 0; text.length < length; turn += 1) {
    const bytes = createHash('sha256').update(`${seed} ${turn}`).digest();
    text += [...bytes].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
  }
  return text.slice(0, length);
}

/** Returns letters of both cases and digits. */
export const letters = (length: number, seed = 'a'): string => scrambled(length, base62, seed);
/** Returns digits of hex, in lower case. */
export const hex = (length: number, seed = 'a'): string => scrambled(length, lowerHex, seed);
/** Returns characters of base64. */
export const base64 = (length: number, seed = 'a'): string => scrambled(length, `${base62}+/`, seed);

/** Returns a token with its checksum, as GitHub and npm write it. */
export function summed(prefix: string, seed = 'a'): string {
  const body = letters(30, seed);
  let rest = crc32(body);
  let sum = '';
  while (sum.length < 6) {
    sum = base62.charAt(rest % 62) + sum;
    rest = Math.floor(rest / 62);
  }
  return `${prefix}${body}${sum}`;
}

/** Returns a token of Grafana with its checksum. */
export function grafanaToken(seed = 'a'): string {
  const body = `glsa${low}${letters(32, seed)}`;
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(body));
  return `${body}_${sum.toString('hex')}`;
}

/** Returns a signed web token with some claims. */
export function webToken(claims: object, header: object = { alg: 'RS256', typ: 'JWT' }): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.${letters(86, 'signature')}`;
}

/** Returns a private key in PEM. */
export function pem(name = 'RSA ', eol = '\n', seed = 'a'): string {
  const lines = base64(64 * 12 + 40, seed).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${name}PRIVATE${space}KEY-----`, ...lines, `-----END ${name}PRIVATE${space}KEY-----`].join(eol);
}

/** Secrets of different kinds: the kind that is told, the value, and a text around it. */
export function plantedSecrets(): ReadonlyArray<
  readonly [kind: string, value: string, around: (value: string) => string]
> {
  const code = (value: string): string => `\`\`\`bash\n${value}\n\`\`\``;
  const cell = (value: string): string => `| what | value |\n| --- | --- |\n| it | ${value} |`;
  const kube = Buffer.from(pem('EC ')).toString('base64');
  return [
    ['GitHub token', summed(`ghp${low}`), (value) => `We used ${value} for it.`],
    [
      'GitHub token',
      `github${low}pat_${letters(22)}_${letters(59)}`,
      (value) => code(`git clone https://x:${value}@github.com/a/b`),
    ],
    [
      'GitLab token',
      `glpat${dash}${letters(20)}`,
      (value) => code(`curl -H "PRIVATE-TOKEN: ${value}" https://git.test.io`),
    ],
    [
      'Slack token',
      `xoxb${dash}${scrambled(12, '0123456789', 'b')}-${scrambled(13, '0123456789', 'c')}-${letters(24)}`,
      cell,
    ],
    [
      'Slack webhook',
      `T${letters(10)}/B${letters(10)}/${letters(24)}`,
      (value) => `<https://hooks.slack.com/services/${value}>`,
    ],
    [
      'Stripe key',
      `sk${low}live_${letters(24)}`,
      (value) => code(`curl https://api.stripe.com/v1/charges -u ${value}:`),
    ],
    ['Twilio API key', `SK${hex(32)}`, (value) => cell(`Twilio | ${value}`)],
    ['SendGrid key', `SG.${letters(22)}.${letters(43)}`, (value) => `- 10:05 the key is \`${value}\`.`],
    ['npm token', summed(`npm${low}`, 'n'), (value) => code(`//registry.npmjs.org/:_authToken=${value}`)],
    [
      'PyPI token',
      `pypi${dash}AgEIcHlwaS5vcmc${letters(120)}`,
      (value) => code(`TWINE_PASSWORD=${value} twine upload`),
    ],
    ['Docker Hub token', `dckr${low}pat_${letters(27)}`, (value) => code(`docker login -u ada -p ${value}`)],
    ['Anthropic key', `sk${dash}ant-api03-${letters(93)}AA`, (value) => `"${value}"`],
    ['OpenAI key', `sk${dash}proj-${letters(74)}T3BlbkFJ${letters(74, 'b')}`, (value) => `OPENAI_API_KEY=${value}`],
    [
      'Google API key',
      `AIza${letters(35, 'g1')}`,
      (value) => `https://maps.googleapis.com/maps/api/js?key=${value}&v=3`,
    ],
    [
      'Google service account key',
      pem('', String.raw`\n`),
      (value) => code(`{\n  "type": "service_account",\n  "private_key": "${value}\\n"\n}`),
    ],
    [
      'AWS secret access key',
      base64(39, 'aws') + 'Z',
      (value) =>
        code(
          `[default]\naws_access_key_id = AKIA${scrambled(16, '234567ABCDEFGHIJ', 'i')}\naws_secret_access_key = ${value}`,
        ),
    ],
    [
      'AWS secret access key',
      base64(39, 'csv') + 'Z',
      (value) => cell(`AKIA${scrambled(16, '234567ABCDEFGHIJ', 'j')} | ${value}`),
    ],
    [
      'Azure account key',
      `${base64(86, 'az')}==`,
      (value) => `DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=${value};EndpointSuffix=core.windows.net`,
    ],
    [
      'signature in a shared URL',
      `${letters(40, 'sas')}%2F12%3D`,
      (value) =>
        `[dump](https://shop.blob.core.windows.net/dumps/db.gz?sv=2022-11-02&se=2030-01-01&sr=b&sp=r&sig=${value})`,
    ],
    [
      'Datadog key',
      hex(32, 'dd'),
      (value) => code(`curl -H "DD-API-KEY: ${value}" https://api.datadoghq.com/api/v1/validate`),
    ],
    [
      'PagerDuty key',
      letters(20, 'pd1'),
      (value) => code(`curl -H 'Authorization: Token token=${value}' https://api.pagerduty.com/incidents`),
    ],
    ['Grafana token', grafanaToken(), cell],
    ['HashiCorp Vault token', `hvs${dot}${letters(95)}`, (value) => code(`export VAULT_TOKEN=${value}`)],
    [
      'signed web token',
      webToken({ sub: 'system:serviceaccount:shop:api', iat: 1_780_000_000 }),
      (value) => code(`kubectl --token=${value} get pods`),
    ],
    [
      'password in a URL',
      `k9${dash}Vt4mQz81`,
      (value) => `The database is postgres://shop:${value}@db-1.shop.internal:5432/shop.`,
    ],
    [
      'bearer token',
      letters(48, 'bearer'),
      (value) => code(`curl -H "Authorization: Bearer ${value}" https://api.shop.io/v1/orders`),
    ],
    ['private key', kube, (value) => code(`users:\n- name: admin\n  user:\n    client-key-data: ${value}`)],
    ['private key', pem(), (value) => code(value)],
    ['SSH private key', pem('OPENSSH '), (value) => value.replace(/^/gm, '> ').slice(2)],
  ];
}
