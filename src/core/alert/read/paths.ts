/** How a file may define alerts, by its name. */
export type RuleForm = 'yaml' | 'json' | 'terraform' | 'jsonnet';

const forms: ReadonlyArray<readonly [RegExp, RuleForm]> = [
  [/\.(?:ya?ml|rules?)(?:\.(?:tpl|tmpl|gotmpl|j2|jinja2?|erb|template|example|dist))?$/i, 'yaml'],
  [/\.tpl$/i, 'yaml'],
  [/\.tf$/i, 'terraform'],
  [/\.(?:jsonnet|libsonnet)$/i, 'jsonnet'],
  [/\.json$/i, 'json'],
];

/** Returns how a file may define alerts, by its path; undefined if files with such names define none. */
export function ruleForm(path: string): RuleForm | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /^(?:package(?:-lock)?|tsconfig.*|pnpm-lock)\.(?:json|ya?ml)$/i.test(name)
    ? undefined
    : forms.find(([ending]) => ending.test(name))?.[1];
}

/** All patterns of one list. */
const signs: Readonly<Record<RuleForm, ReadonlyArray<readonly RegExp[]>>> = {
  yaml: [
    [/(?:^|[\s{,"'-])alert["']?[^\S\n]*:/],
    [/(?:^|[\s{,"'-])title["']?[^\S\n]*:/, /\b(?:noDataState|execErrState|condition|datasourceUid)\b/],
    [/\bDatadogMonitor\b/],
  ],
  json: [[/"alert"\s*:/], [/"(?:noDataState|execErrState)"\s*:/], [/"message"\s*:/, /"query"\s*:/, /"type"\s*:/]],
  terraform: [
    [/"(?:datadog_monitor|aws_cloudwatch_\w*alarm|google_monitoring_alert_policy|azurerm_monitor_\w*alert\w*)"/],
  ],
  jsonnet: [[/\balert['"]?\s*:/]],
};

/** Returns whether the text of such a file may define alerts. Cheap: most files are answered without being read. */
export function mayDefineAlerts(form: RuleForm, text: string): boolean {
  return signs[form].some((all) => all.every((sign) => sign.test(text)));
}

/** Returns whether a file is test data by its path: a folder of tests, or a name for them. */
export function isTestData(path: string): boolean {
  return /(?:^|\/)(?:tests?|test[-_]?data|fixtures?|testing|__tests__|e2e|spec)\/|_test\.[^/]+$|\.test\.[^/]+$/i.test(
    path,
  );
}
