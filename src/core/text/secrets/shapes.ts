/**
 * The forms of secrets, from what their vendors document: data for `secretsIn`. A form is a row of parts: a class of characters with how
 * many there are ("a36", "w20-300"), or text as it is. See `forms.ts` for the classes.
 */

/** What shows that a value of a form is one; see `find.ts`. */
export type Proof =
  | 'base62-sum'
  | 'hex-sum'
  | 'web-token'
  | 'private-key'
  | 'basic'
  | 'called'
  | 'both-cases'
  | 'curl'
  | 'password'
  | 'at-host'
  | 'strong'
  | 'mixed';

/** Secrets that their beginning tells wherever they stand: kind | beginnings | form of the rest | proof. */
export const tokenRows = `
GitHub token|ghp_ gho_ ghu_ ghs_|a36|base62-sum
GitHub token|ghs_ ghr_|d76-1500
GitHub token|github_pat_|a22 _ a59
GitLab token|glpat- gldt- glrt- glrtr- glptt- glcbt- glimt- glft- glsoat- glagent- glffct- gloas-|d20-320
Atlassian token|ATATT3 ATCTT3 ATBB|w28-300
Google API key|AIza|w35|mixed
Google OAuth client secret|GOCSPX-|w28
Google access token|ya29.|w40-600
AWS session token|IQoJb3JpZ2lu FwoGZXIvYXdz FQoGZXIvYXdz|b100-3000
Amazon Bedrock key|ABSKQmVkcm9ja0FQSUtleS|b80-200
DigitalOcean token|dop_v1_ doo_v1_ dor_v1_|h64
Fly.io token|fm1_ fm2_ fo1_|x40-1000
PlanetScale secret|pscale_tkn_ pscale_pw_ pscale_oauth_|d32-64
Supabase secret key|sb_secret_|w31-50
Tailscale key|tskey-api- tskey-auth- tskey-client- tskey-scim- tskey-webhook-|a8-30 - a20-60
Databricks token|dapi|h32
HashiCorp Vault token|hvs. hvb. hvr.|w24-400
Doppler token|dp.ct. dp.pt. dp.st. dp.sa. dp.scim. dp.audit.|d40-80
1Password service account token|ops_eyJ|x200-3000
age secret key|AGE-SECRET-KEY-1|u58
npm token|npm_|a36|base62-sum
PyPI token|pypi-AgEIcHlwaS5vcmc pypi-AgENdGVzdC5weXBpLm9yZw|w50-1000
RubyGems key|rubygems_|h48
NuGet key|oy2|l43
Docker Hub token|dckr_pat_ dckr_oat_|w27-40
SonarQube token|sqp_ squ_ sqa_|h40
Buildkite token|bkua_|h40
Slack token|xoxb- xoxp- xoxa- xoxr- xoxs- xoxo- xoxc- xoxd- xoxe- xoxe.xoxb- xoxe.xoxp- xapp-|w20-400
Stripe key|sk_live_ rk_live_ sk_org_live_|a16-250
webhook signing secret|whsec_|b32-64|mixed
Twilio API key|SK|h32|called
SendGrid key|SG.|w22 . w43
Mailgun key|key-|h32|called
Shopify token|shpat_ shpca_ shppa_ shpss_|h32
Grafana token|glsa_|a32 _ h8|hex-sum
Grafana Cloud token|glc_eyJ|b40-600
Grafana API key|eyJrIjoi|b50-300
New Relic key|NRAK-|u27
Sentry token|sntryu_|h64
Sentry token|sntrys_eyJ|x60-600
PagerDuty key|pdus+|x20-60
Honeycomb key|hcaik_ hcxik_ hcbik_ hcamk_|l40-80
Anthropic key|sk-ant-|w66-220
OpenAI key|sk-proj- sk-svcacct- sk-admin-|w36-300|mixed
OpenRouter key|sk-or-v1-|h64
API key|sk-|a48
API key|sk-|h32|called
Hugging Face token|hf_|a34
Linear key|lin_api_|a40
Notion token|ntn_|a46
signed web token|eyJ|w10-3000 . w10-9000 . w20-1500|web-token
private key|LS0tLS1CRUdJTi|b150-9000|private-key`;

/** A secret that only what stands before it tells, perhaps with a sign of "is" between: `NAME="…"`, `name: …`, `| name | … |`. */
export type NamedRow = readonly [
  kind: string,
  /** Parts in lower case, one of which every text with it has, between spaces. */
  has: string,
  /** What stands before. Global. */
  before: RegExp,
  form: string,
  proof?: Proof,
];

/** Names with what may end them, also in HTML and in a string within a string, and what goes between a name and its value. */
function nameOf(names: string, more = ''): RegExp {
  const ending = String.raw`(?:\\{0,3}["'*_\x60]){0,3}(?:</[a-z]{1,9}>\s{0,3}){0,2}[ \t]{0,40}`;
  return new RegExp(`(?:${names})${ending}(?:[:=|]|<td>${more})`, 'gi');
}

export const namedRows: readonly NamedRow[] = [
  ['AWS secret access key', 'secret', /secret[\s_-]?(?:access[\s_-]?)?key/gi, 'b40', 'both-cases'],
  [
    'AWS secret access key',
    'akia asia',
    /\bA[KS]IA(?!\w{0,9}EXAMPLE)[2-7A-Z]{16}\b[^]{1,120}?(?<![\d+/=A-Za-z])(?=[\d+/A-Za-z]{40}(?![\d+/=A-Za-z]))/g,
    'b40',
    'both-cases',
  ],
  ['Azure account key', 'key', /(?:account|storage|access|master|primary|secondary)[\s_-]?key/gi, 'b86'],
  ['Azure access key', 'sharedaccesskey', /SharedAccessKey/gi, 'b43'],
  ['signature in a shared URL', 'sig=', /[&;?]sig=/gi, 's43-70', 'mixed'],
  ['Azure client secret', 'q~', /(?<![\w.~-])(?=[\w.~]{3}\dQ~)/g, 's37-40'],
  ['Slack webhook', 'hooks.slack', /hooks\.slack\.com\/(?:services|workflows|triggers)\//gi, 'a8-14 / a8-16 / s18-60'],
  ['Discord webhook', 'discord', /discord(?:app)?\.com\/api\/webhooks\//gi, 'h17-20 / w60-90'],
  ['Teams webhook', 'webhook.office', /webhook\.office\.com\/webhookb2\//gi, 'w36 @ w36 /IncomingWebhook/ h32 / w36'],
  ['Datadog key', 'dd datadog', /(?:\bdd|datadog)[\s_-]?(?:api|app|application)[\s_-]?key/gi, 'h32-40'],
  ['PagerDuty key', 'token token', /Token token=/gi, 'x20'],
  ['PagerDuty key', 'pagerduty', /\bpagerduty[\s_-]?(?:\w{1,12}[\s_-]){0,2}(?:token|key)/gi, 'x20', 'mixed'],
  ['PagerDuty key', 'key', /(?:\bpagerduty[\s_-]?(?:\w{1,12}[\s_-]){0,2}|\b(?:routing|service)_)key/gi, 'l32', 'mixed'],
  ['Opsgenie key', 'geniekey', /\bGenieKey\s/gi, 'h8 - h4 - h4 - h4 - h12'],
  [
    'Twilio auth token',
    'twilio ac',
    /(?:\btwilio[\s_-]?(?:\w{1,12}[\s_-]){0,2}(?:token|secret)|\bAC[\da-f]{32})/gi,
    'h32',
  ],
  ['HashiCorp Vault token', 'vault root', /vault[_-]token|root token/gi, 's. a24'],
  ['HashiCorp Vault unseal key', 'unseal key', /unseal key(?: \d{1,2})?/gi, 'b43-44', 'mixed'],
  ['HCP Terraform token', '.atlasv1.', /\b(?=[\dA-Za-z]{14}\.atlasv1\.)/g, 'a14 .atlasv1. w60-90'],
  ['bearer token', 'bearer', /\bbearer(?=[\s"':=])/gi, 's20-2000', 'mixed'],
  ['password in a header', 'basic', /authorization["'`]?[\s:=]{1,3}["'`]?basic\s/gi, 'b12-400', 'basic'],
  ['password in a URL', '://', /:\/\/[^\s"'/:;<>?@[\\\]`{|}]{0,80}:/g, '', 'at-host'],
  ['password of a command', 'curl', /\s(?:-u[\s=]?|--user[\s=])["']?[\w.@+-]{1,80}:/g, '', 'curl'],
  ['password', 'passw pwd passphrase', nameOf('password|passwd|passphrase|pwd', String.raw`|is[\s:]`), '', 'password'],
  ['password', '--password', /(?<!\S)--password\s/g, '', 'password'],
  [
    'value of a secret',
    'secret token key',
    nameOf(String.raw`secret|token|(?:api|access|auth|private|signing|encryption|master|secret)[\s_-]?key(?:_?base)?`),
    's20-300',
    'strong',
  ],
];
