import { linkTo } from '../../document/links/destination.ts';
import { escapeMarkup } from '../../text/escape.ts';
import type { Alert } from '../alert.ts';

/** Annotations that say in words what is wrong, the shortest first. */
const told = ['summary', 'description', 'message', 'alarm_description'];

/**
 * Returns what a rule says, in Markdown with `\n`: what is wrong in words, severity, duration, labels, the rule file, the expression.
 * @param path of the rule file. @param page path of the page with the text.
 */
export function factsOf(alert: Alert, path: string, page: string): string {
  const { severity, duration, labels, annotations, links, group, name, expression } = alert;
  const linked = new Set(links.map(({ key }) => key));
  const words = told.flatMap((key) => {
    const text = annotations.get(key) ?? '';
    return proseOf(
      text,
      links.filter((link) => link.key === key).map(({ address }) => address),
    );
  });
  const others = [...labels].filter(([key]) => key !== 'severity' && !linked.has(key));
  const rule = `${span(name)} in [${escapeMarkup(path)}](${linkTo({ path: page }, { path })})`;
  return [
    ...new Set(words),
    [
      ...(severity === undefined ? [] : [`- Severity: ${escaped(severity)}`]),
      ...(duration === undefined || /^0+[a-z]*$/i.test(duration) ? [] : [`- Fires after: ${escaped(duration)}`]),
      ...(others.length === 0 ? [] : [`- Labels: ${others.map(([key, value]) => span(`${key}=${value}`)).join(', ')}`]),
      `- Rule: ${rule}${group === undefined ? '' : `, group ${escaped(group)}`}`,
    ].join('\n'),
    ...(expression === undefined || expression === '' ? [] : [fenced(expression, languageOf(alert))]),
  ].join('\n\n');
}

function languageOf({ source }: Alert): string {
  return /^(?:prometheus|prometheus-rule|helm|grafana)$/.test(source) ? 'promql' : '';
}

/** A line that only says where the runbook is, or that it is still to come. */
const announced = /^(?:run|play)[ _-]?book ?: ?\S*$/i;

/** The paragraphs of an annotation, without the lines that lead to the runbook. */
function proseOf(text: string, addresses: readonly string[]): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .split('\n')
        .filter((line) => !announced.test(line.trim()) && !addresses.some((address) => line.includes(address)))
        .join(' '),
    )
    .filter((paragraph) => paragraph.trim() !== '')
    .map(escaped);
}

/** A text as it is, on one line; parts of a template as code. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(\{\{[^{}`]*\}\}|\$\{[^{}`]*\})/)
    .map((piece, index) => (index % 2 === 1 ? `\`${piece}\`` : withNames(escapeMarkup(piece))))
    .join('')
    .replace(/^(?=[-+=>]|\d+[.)])/, '\\');
}

/** Underscores in words need no backslash: names of metrics stay readable. */
function withNames(escaped: string): string {
  return escaped.replace(/(?<=[\p{L}\p{N}])(?:\\_)+(?=[\p{L}\p{N}])/gu, (run) => run.replaceAll('\\', ''));
}

function span(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.includes('`') || line === '' ? escapeMarkup(line) : `\`${line}\``;
}

/** A text between fences that it does not have itself. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replaceAll('\r\n', '\n').trimEnd()}\n${fence}`;
}
