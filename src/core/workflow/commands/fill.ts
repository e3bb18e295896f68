import { scan } from './scan.ts';
import type { Placeholder } from './placeholders.ts';
import { quotedValue, valueProblem, type Site } from './quote.ts';
import type { ShellFamily } from './shell-family.ts';

/** A filled command, or why a value cannot be put into it. */
export type Filled = { readonly text: string } | { readonly placeholder: Placeholder; readonly problem: string };

/** Programs that give their arguments to another shell. */
const again =
  /(?:^|[\s;|&({"'`/])(?:(?:ssh|eval|su|runuser|watch|trap|parallel|rsh|pdsh|ansible|iex|Invoke-Expression)\s|(?:ba|z|k|da|a)?sh\s+(?:-\S+\s+)*-\w*c\s|cmd(?:\.exe)?\s+\/[ck]\s|(?:pwsh|powershell)(?:\.exe)?\s[^\n]*-c)/i;

/**
 * Returns a command with values in place of its placeholders, each quoted for its place. Placeholders without a value stay.
 * @param values by key; an empty text keeps a variable as it is written.
 */
export function fillIn(
  command: string,
  placeholders: readonly Placeholder[],
  family: ShellFamily,
  values: ReadonlyMap<string, string>,
): Filled {
  let text = '';
  let done = 0;
  for (const placeholder of placeholders) {
    const value = values.get(placeholder.key);
    if (value !== undefined && !(value === '' && placeholder.isVariable)) {
      const site = siteOf(command, placeholder, family);
      const problem = valueProblem(value, site);
      if (problem !== undefined) {
        return { placeholder, problem };
      }
      text += command.slice(done, placeholder.start) + quotedValue(value, site);
      done = placeholder.end;
    }
  }
  text += command.slice(done);
  const isEnded = scan(text, family).units.length === scan(command, family).units.length;
  const [first] = placeholders;
  return isEnded || first === undefined ? { text } : { placeholder: first, problem: 'would end a here-document' };
}

/** Returns why a value cannot be put in any one of the places of a placeholder, as the end of a sentence. */
export function problemOf(
  value: string,
  command: string,
  places: readonly Placeholder[],
  family: ShellFamily,
): string | undefined {
  for (const place of places) {
    const problem = value === '' && place.isVariable ? undefined : valueProblem(value, siteOf(command, place, family));
    if (problem !== undefined) {
      return problem;
    }
  }
  return undefined;
}

function siteOf(command: string, { start, end, surrounding }: Placeholder, family: ShellFamily): Site {
  return {
    family,
    surrounding,
    before: command.charAt(start - 1),
    after: command.charAt(end),
    readAgain: again.test(command),
  };
}
