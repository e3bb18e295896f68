import { UserError } from '../user-error.ts';

/** What a file name rule's variables stand for. */
export interface FileNameVariables {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly title: string;
  /** Empty when there is none. */
  readonly service: string;
  /** The next free number of the repository's own scheme; see `nextNumber`. */
  readonly number: string;
}

/**
 * A file name from a rule such as "${date}-${slug}.md". Variables: date, year, month, slug, title, service, number. The rule may
 * contain folders. Throws a UserError for an unknown variable or a result that is no usable name. A
 * rule without an ending makes an `.md` file.
 */
export function fileNameFrom(rule: string, { date, title, service, number }: FileNameVariables): string {
  const values: Readonly<Record<string, string>> = {
    date,
    year: date.slice(0, 4),
    month: date.slice(5, 7),
    slug: slugOf(title),
    title: fileSafe(title),
    service: slugOf(service),
    number,
  };
  const name = withoutEmpty(rule, values).replace(/\$\{(\w+)\}/g, (_, variable: string) => {
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
  const problem = pathProblem(name);
  if (problem !== undefined) {
    throw new UserError(`The file name "${name}" cannot be used: ${problem}.`);
  }
  return /\.[a-z]+$/i.test(rule) ? name : `${name}.md`;
}

/** The rule without the variables that stand for nothing, and without what set each apart from its neighbour. */
function withoutEmpty(rule: string, values: Readonly<Record<string, string>>): string {
  const empty = Object.keys(values).filter((variable) => values[variable] === '');
  return empty.reduce(
    (left, variable) => left.replace(new RegExp(`\\$\\{${variable}\\}[-_ /]+|[-_ ]*\\$\\{${variable}\\}`, 'g'), ''),
    rule,
  );
}

/** Why a relative path is not one to create a file at, in words; undefined when it is. */
export function pathProblem(path: string): string | undefined {
  const segments = path.split(/[/\\]/);
  if (path.trim() === '') {
    return 'it is empty';
  }
  if (/^(?:[/\\]|[A-Za-z]:)/.test(path)) {
    return 'it must be relative to the workspace folder';
  }
  if (segments.includes('..') || segments.includes('.')) {
    return 'it must not contain "." or ".." as a folder';
  }
  if (segments.some((segment) => segment.trim() === '' || /[. ]$/.test(segment))) {
    return 'a folder or file name in it is empty or ends with a dot or space';
  }
  // Windows forbids these, and a repository is often used there too.
  const forbidden = [...path].find((character) => '<>:"|?*'.includes(character) || character < ' ');
  if (forbidden !== undefined) {
    return `it contains ${forbidden < ' ' ? 'a control character' : `the character ${forbidden}`}`;
  }
  // Windows keeps these for devices, whatever ending they have.
  const reserved = segments.find((segment) => /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(segment));
  if (reserved !== undefined) {
    return `"${reserved}" is a name that Windows keeps for itself`;
  }
  return segments.some((segment) => segment.length > 200) ? 'a name in it is longer than 200 characters' : undefined;
}

/** A title as part of a file name: lower case words of any script, joined by dashes. "untitled" when nothing is left. */
export function slugOf(title: string): string {
  const slug = title
    .normalize('NFKD')
    // Accents go from Latin letters only: in other scripts marks are vowels, or make another letter of one.
    .replace(/(?<=\p{Script=Latin})\p{Mark}+/gu, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const short = [...slug].slice(0, 80).join('').replace(/-$/, '');
  return short === '' && title.trim() !== '' ? 'untitled' : short;
}

function fileSafe(title: string): string {
  const short = [...title].slice(0, 120).join('');
  return (
    short
      .replace(/[<>:"|?*/\\\p{Cc}]+/gu, ' ')
      .replace(/\s+/g, ' ')
      // oxlint-disable-next-line regexp/no-super-linear-move -- At most 120 characters.
      .replace(/^[. ]+|[. ]+$/g, '')
  );
}
