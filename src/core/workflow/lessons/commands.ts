import type { Block } from '../../document/model.ts';
import { codeForm } from '../../check/shell/languages.ts';
import { namesHost, promptsOf } from '../../check/shell/prompts.ts';
import { fold } from '../../text/plain-text.ts';
import { holdsCommands } from '../../document/signals.ts';
import type { Commands } from './quotation.ts';

/** Tools whose names say what they are. */
const tool = /^[^\S\n\r\u2028\u2029]*(?:\S*ctl|[\w-]+-cli)\s+\S/m;
/** Commands that only tell something. */
const reading =
  /^(?:sudo )?(?:(?:kubectl|oc|helm|docker|systemctl|aws|gcloud|az|git|terraform|virtctl|etcdctl|\S*ctl)\b[^|;&]*? (?:get|describe|logs?|top|status|show|list|ls|ps|inspect|diff|history|explain|config view|info)\b|(?:journalctl|dig|ping|tail|grep|cat|less|top|df|du|ps|ls|netstat|ss|nslookup|traceroute|free|uptime|dmesg|psql[^|;&]* -c ["']?select|redis-cli[^|;&]* (?:info|get|keys|ttl|scan|memory usage))\b|curl(?![^|;&]* (?:-X|--request|-d|--data)\b))/i;

/** Returns the commands of a code block; undefined for code that is none, such as what a program printed. */
export function commandsIn({ text, language = '' }: Pick<Block, 'text' | 'language'>): Commands | undefined {
  const form = codeForm(language);
  const lines = text.split('\n');
  const remarksAside = lines.filter((line) => !/^\s*(?:[#>]|$)/.test(line)).join('\n');
  if (form === 'other' || (form !== 'database' && !isCommand(remarksAside))) {
    return undefined;
  }
  if (form === 'database') {
    return { lines, language: language.split(/\s/)[0] ?? '' };
  }
  const prompts = promptsOf(lines, language);
  if (prompts.length > 0 && !prompts.some(namesHost)) {
    const ends = new Map(prompts.map(({ index, end }) => [index, end]));
    return { lines: lines.map((line, index) => line.slice(ends.get(index) ?? 0)), language: 'sh' };
  }
  const session = prompts.length > 0 || form === 'session' || /^[^\S\n\r\u2028\u2029]*\$\s+\S/m.test(text);
  const plain = form === 'script' ? (/^[a-z0-9]+/.exec(language)?.[0] ?? 'sh') : 'sh';
  return { lines, language: session ? 'console' : plain };
}

/** Returns the commands that are in running text as code, each once. */
export function commandsInText(markdown: string): Commands | undefined {
  const spans = [...markdown.matchAll(/(?<!`)(`+)(?!`)([^]*?)(?<!`)\1(?!`)/g)].map(({ 2: code = '' }) => fold(code));
  const lines = [...new Set(spans.filter(isCommand).map((code) => code.replace(/^\$\s+/, '')))];
  return lines.length === 0 ? undefined : { lines, language: 'sh' };
}

/** Returns whether commands only look, so that they belong to a diagnosis wherever they stand. */
export function onlyLooks(commands: readonly Commands[]): boolean {
  const all = commands.flatMap(({ lines }) => lines).filter((line) => line.trim() !== '');
  return all.length > 0 && all.every((line) => reading.test(line.trim()));
}

function isCommand(code: string): boolean {
  return holdsCommands({ text: code }) || tool.test(code);
}
