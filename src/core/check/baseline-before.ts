import { namedIn } from '../text/finding.ts';

/**
 * Returns the `about` of a finding in a baseline of version 1. That version stored the whole message of findings without a section, with
 * `#` for numbers; these patterns match the messages of that time. Other texts stay as they are and are reported as stale.
 */
export function aboutOfBefore(rule: string, about: string): string {
  const forms = Object.hasOwn(messages, rule) ? (messages[rule] ?? []) : [];
  for (const [form, subject] of forms) {
    const match = form.exec(about);
    if (match !== null) {
      return subject(match);
    }
  }
  return about;
}

type Form = readonly [message: RegExp, about: (match: RegExpExecArray) => string];

const ofDocument = (): string => '';
const first = ([, about = '']: RegExpExecArray): string => about;
const named = ([message]: RegExpExecArray): string => namedIn(message);

/** For rules without a section: the forms of their old messages, with their `about`. */
const messages: Readonly<Record<string, readonly Form[]>> = {
  'merge-conflict': [[/^Merge conflict/, ofDocument]],
  'title-mismatch': [[/^The title is "(.*)" but the file is "/s, first]],
  'metadata-missing': [[/^Missing in the front matter: (.*)$/s, ([, keys = '']) => sortedKeys(keys)]],
  'metadata-invalid': [
    [/^Front matter/, () => 'front matter'],
    [/^Severity "(.*)" is of another kind/s, ([, text = '']) => `severity ${text}`],
    [
      /^(?:Unknown|Unusual) (severity|status|service|time zone) "(.*?)"(?:$|: (?:did you mean|the team's are) )/s,
      ([, what = '', text = '']) => `${what} ${text}`,
    ],
    [/^This is no date: "(.*)"$/s, ([, text = '']) => `date ${text}`],
    [/^There is no such date: (.*)$/s, ([, text = '']) => `date ${text}`],
    [/^Ambiguous date (.*): it can mean /s, ([, text = '']) => `date ${text}`],
    [/^The date (.*) is still to come/s, ([, text = '']) => `date ${text}`],
  ],
  'owner-missing': [[/^Nobody owns /, ofDocument]],
  'review-overdue': [[/^Review overdue /, ofDocument]],
  'command-prompt-in-block': [
    [/^(?:The command begins|All # commands begin) with the prompt "(.*)" and cannot be copied/s, first],
  ],
  'destructive-command': [[/^"(.*)" [^"]*, and nothing near it says so/s, first]],
  'blameful-language': [[/^"(.*)" [^"]*$/s, first]],
  'leftover-template-text': [[/^"(.*)" is (?:what the template|a template's placeholder)/s, first]],
  'timeline-order': [[/^Out of order: (.*) stands (?:above|below) /s, first]],
  'timeline-zone': [[/ not say which time zone /, ofDocument]],
  'times-inconsistent': [
    [/^A duration of /, () => 'duration'],
    [/^The title says /, () => 'title'],
    [/ is (?:after everything|before anything) that /, ({ input }) => `${labelOf(input)} beside the timeline`],
    [/ is before /, ({ input }) => input.split(' is before ', 2).map(labelOf).join(' before ')],
  ],
  'action-item-owner': [[/^This action item /, ofDocument]],
  'action-item-tracking': [[/^This action item /, ofDocument]],
  'invalid-configuration': [[/^.*$/s, named]],
  'invalid-template': [[/^.*$/s, named]],
};

/** "severity, status (both in the template Incident); zone (demanded by the configuration)" → "severity, status, zone". */
function sortedKeys(said: string): string {
  let bare = said;
  for (let before = ''; before !== bare;) {
    before = bare;
    bare = bare.replace(/ \([^()]*\)/g, '');
  }
  return bare.split(/[,;] /).toSorted().join(', ');
}

/** "Resolved (10:20 UTC)" → "Resolved". */
function labelOf(stated: string): string {
  return stated.split(' (', 1).join();
}
