import { trimmedEnd } from '../../text/ends.ts';
import { UserError } from '../../util/user-error.ts';
import { actingFolderIn, isActingFile } from './acting-folder.ts';
import { bytesOf, isLikeSlash, isTooLong, segmentProblem, withoutDrive } from './segment-problem.ts';
import { withoutUnseen } from './unseen.ts';

/** Values for the variables of a file name rule. */
export interface FileNameVariables {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly title: string;
  /** Empty when there is none. */
  readonly service: string;
  /** The next free number of the repository's own scheme; see `nextNumber`. */
  readonly number: string;
}

/** The variables of a file name rule. */
export const fileNameVariables = [
  'date',
  'year',
  'month',
  'slug',
  'snake',
  'camel',
  'title',
  'service',
  'number',
] as const;

/** Longest value of each variable, in bytes, if all together make a name that is too long. */
const shortened = 80;

/**
 * Returns a path from a rule such as "${date}-${slug}.md". Variables: `fileNameVariables`. The rule may contain folders. Long titles and
 * services are shortened, and a date in the title is left out where the rule has it. Without an extension, `.md` is added. Throws a
 * UserError if a variable is unknown or the result is not a valid name.
 */
export function fileNameFrom(rule: string, variables: FileNameVariables): string {
  const ending = /\.[a-z]+$/i.test(rule) ? '' : '.md';
  const whole = filled(rule, variables, Number.POSITIVE_INFINITY);
  const isLong = `${whole}${ending}`.split('/').some(isTooLong);
  const name = isLong ? filled(rule, variables, shortened) : whole;
  const problem = pathProblem(name) ?? pathProblem(`${name}${ending}`);
  if (problem !== undefined) {
    throw new UserError(`The file name "${withoutUnseen(name)}" is not valid: ${problem}.`);
  }
  return `${name}${ending}`;
}

/** @param most how many bytes each variable may have. */
function filled(rule: string, { date, title: whole, service, number }: FileNameVariables, most: number): string {
  const undated = rule.includes('${date}') ? whole.replace(date, ' ') : whole;
  const title = /[\p{L}\p{N}]/u.test(undated) ? undated : whole;
  const slug = cut(slugOf(title), most);
  const values: Readonly<Record<(typeof fileNameVariables)[number], string>> & Readonly<Record<string, string>> = {
    date,
    year: date.slice(0, 4),
    month: date.slice(5, 7),
    slug,
    snake: slug.replaceAll('-', '_'),
    camel: cut(camelOf(title), most),
    title: cut(fileSafe(title), most),
    service: cut(slugOf(service), most),
    number,
  };
  return withoutEmpty(rule.replaceAll('\\', '/'), values).replace(/\$\{(\w+)\}/g, (_, variable: string) => {
    const value = Object.hasOwn(values, variable) ? values[variable] : undefined;
    if (value === undefined) {
      throw new UserError(
        `The file name rule "${rule}" has the unknown variable \${${variable}}. Use ${Object.keys(values)
          .map((key) => `\${${key}}`)
          .join(', ')}.`,
      );
    }
    return value;
  });
}

/** The start of a text with at most `most` bytes, without half a character and without a dash, dot or space at its end. */
function cut(text: string, most: number): string {
  if (bytesOf(text) <= most) {
    return text;
  }
  let short = '';
  let length = 0;
  for (const character of text) {
    length += bytesOf(character);
    if (length > most) {
      short = atWordEnd(short, character);
      break;
    }
    short += character;
  }
  return trimmedEnd(withoutUnseen(short), /[-. ]/);
}

/** The rule without empty variables and their separators. */
function withoutEmpty(rule: string, values: Readonly<Record<string, string>>): string {
  const empty = Object.keys(values).filter((variable) => values[variable] === '');
  return empty.reduce(
    (left, variable) => left.replace(new RegExp(`\\$\\{${variable}\\}[-_ /]+|[-_ ]*\\$\\{${variable}\\}`, 'g'), ''),
    rule,
  );
}

/**
 * Returns why a relative path is not valid for a new file; undefined if it is. Refused are names that some system cannot store or takes
 * for another name, names that look like others, and folders and files that tools run or read.
 */
export function pathProblem(path: string): string | undefined {
  if (path.trim() === '') {
    return 'it is empty';
  }
  if (/^(?:[/\\]|[A-Za-z]:)/.test(path)) {
    return 'it must be relative to the workspace folder';
  }
  const segments = path.split(/[/\\]/);
  if (segments.includes('..') || segments.includes('.')) {
    return 'it must not contain "." or ".." as a folder';
  }
  const problem = segments.map(segmentProblem).find((found) => found !== undefined);
  if (problem !== undefined) {
    return problem;
  }
  const folder = actingFolderIn(segments);
  if (folder !== undefined) {
    return `files in ${folder}/ are read or run by tools, so documents cannot be there`;
  }
  const last = segments.at(-1) ?? '';
  if (isActingFile(last)) {
    return `files with the name ${withoutUnseen(last)} are read by tools, so a document cannot have this name`;
  }
  return path.includes('\\') ? 'it contains the character \\; use / between folders' : undefined;
}

/** Returns a title as part of a file name: lower-case words of any script, joined by dashes. "untitled" if nothing is left. */
export function slugOf(title: string): string {
  const slug = title
    .normalize('NFKD')
    // Accents go from Latin letters only: in other scripts marks are vowels, or make another letter of one.
    .replace(/(?<=\p{Script=Latin})\p{Mark}+/gu, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(/['’]/g, '')
    // Fillers and what chooses a letter's shape are marks or letters too, but not seen.
    .replace(/(?=[\p{L}\p{M}])\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const short = beginning(slug, longestSlug).replace(/-$/, '');
  return short === '' && title.trim() !== '' ? 'untitled' : short;
}

/** In characters. */
const longestSlug = 80;
const longestTitle = 120;

/** The first characters of a text, without half a word at the end. */
function beginning(text: string, most: number): string {
  const characters = [...text];
  return atWordEnd(characters.slice(0, most).join(''), characters[most]);
}

/** The start of a text without half a word at its end, unless that word is most of it. */
function atWordEnd(start: string, next: string | undefined): string {
  const end = Math.max(start.lastIndexOf('-'), start.lastIndexOf(' '));
  return next === undefined || /[- ]/.test(next) || end <= start.length / 2 ? start : start.slice(0, end);
}

/** Returns a title as one word: "kafka consumer lag" becomes "KafkaConsumerLag". Capital letters stay. */
function camelOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{Mark}+|['’]/gu, '')
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u);
  const word = words.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
  return word === '' ? slugOf(title) : [...word].slice(0, longestTitle).join('');
}

function fileSafe(title: string): string {
  const short = Array.from(beginning(title, longestTitle), (character) =>
    isLikeSlash(character) ? ' ' : character,
  ).join('');
  return withoutDrive(
    withoutUnseen(short.replace(/[<>:"|?*/\\\p{Cc}\p{Z}\u2800]+/gu, ' '))
      .replace(/ +/g, ' ')
      // oxlint-disable-next-line regexp/no-super-linear-move -- At most 120 characters.
      .replace(/^[. ]+|[. ]+$/g, ''),
  );
}
