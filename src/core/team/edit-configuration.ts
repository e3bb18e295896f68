import { applyEdits, modify, parse, type EditResult, type JSONPath, type ParseError } from 'jsonc-parser';
import { kinds, type Kind } from '../vocabulary/kind.ts';
import { Lines } from '../text/lines.ts';
import { isRecord } from '../text/unknown.ts';
import type { RuleLevel } from '../text/finding.ts';
import { UserError } from '../util/user-error.ts';
import { configurationName } from './configuration.ts';

/**
 * Returns the text of a configuration file with a rule set to a level. Its options, comments and layout stay. Throws a UserError if the
 * text is not valid JSON.
 * @param text of the file; empty if it does not exist yet.
 */
export function withRuleLevel(text: string, rule: string, level: RuleLevel): string {
  const entry = at(text, ['rules', rule]);
  return changed(text, isRecord(entry) ? ['rules', rule, 'severity'] : ['rules', rule], level);
}

/**
 * Returns the text of a configuration file that states the kind of one file, or no longer states it with `undefined`. Other globs stay.
 * Throws a UserError if the text is not valid JSON.
 * @param path of the file, relative to the folder of the configuration.
 */
export function withKind(text: string, path: string, kind: Kind | undefined): string {
  return withKindOf(text, literal(path), kind);
}

/**
 * Returns the text of a configuration file that states the kind of all files below a folder. Otherwise like `withKind`.
 * @param folder relative to the folder of the configuration; empty for that folder itself.
 */
export function withFolderKind(text: string, folder: string, kind: Kind): string {
  return withKindOf(text, folder === '' ? '**' : `${literal(folder)}/**`, kind);
}

/**
 * Returns the text of a configuration file that notes a runbook as used by alerts elsewhere. Throws a UserError if the text is not valid
 * JSON.
 * @param path of the runbook, relative to the folder of the configuration.
 */
export function withUsedElsewhere(text: string, path: string): string {
  const listed = at(text, ['alerts', 'usedElsewhere']);
  const globs: readonly unknown[] = Array.isArray(listed) ? listed : [];
  const glob = literal(path);
  if (globs.includes(glob)) {
    return text;
  }
  return globs.length === 0
    ? changed(text, ['alerts', 'usedElsewhere'], [glob])
    : changed(text, ['alerts', 'usedElsewhere', globs.length], glob, true);
}

function withKindOf(text: string, glob: string, kind: Kind | undefined): string {
  return kinds.reduce((current, name) => {
    const listed = at(current, ['kinds', name]);
    const globs: readonly unknown[] = Array.isArray(listed) ? listed : [];
    const index = globs.indexOf(glob);
    if (name === kind) {
      if (index !== -1) {
        return current;
      }
      return globs.length === 0
        ? changed(current, ['kinds', name], [glob])
        : changed(current, ['kinds', name, globs.length], glob, true);
    }
    return index === -1 ? current : withoutEntry(current, ['kinds', name], globs, index);
  }, text);
}

/** A list without one of its entries. The whole list is rewritten if its text prevents a small edit. */
function withoutEntry(text: string, path: JSONPath, entries: readonly unknown[], index: number): string {
  try {
    return changed(text, [...path, index], undefined);
  } catch {
    return changed(text, path, entries.toSpliced(index, 1));
  }
}

/** Returns a glob that matches only this path. */
export function literal(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@|"^$]/g, '\\$&');
}

/** @param isArrayInsertion whether the value is put into a list before what is at its place. */
function changed(text: string, path: JSONPath, value: unknown, isArrayInsertion = false): string {
  if (!isValid(text)) {
    throw new UserError(`${configurationName} is not valid JSON, so it was not changed. Fix it first.`);
  }
  const { eol } = Lines.of(text);
  const tab = /^\t/m.test(text);
  const indent = /^ +(?=")/m.exec(text)?.[0].length ?? 2;
  const formattingOptions = { insertSpaces: !tab, tabSize: tab ? 1 : indent, eol, insertFinalNewline: true };
  const result = applyEdits(
    text,
    editsOf(() => modify(text, path, value, { formattingOptions, isArrayInsertion })),
  );
  if (!isValid(result)) {
    throw new UserError(`${configurationName} could not be changed at ${path.join('.')}. Change it by hand.`);
  }
  return result.endsWith(eol) ? result : `${result}${eol}`;
}

function isValid(text: string): boolean {
  const errors: ParseError[] = [];
  parse(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  return errors.length === 0;
}

/** The library throws if a setting would go into a list, a number or a string. */
function editsOf(make: () => EditResult): EditResult {
  try {
    return make();
  } catch {
    throw new UserError(`${configurationName} has a value of the wrong type, so it was not changed. Fix it first.`);
  }
}

function at(text: string, path: JSONPath): unknown {
  return path.reduce<unknown>(
    (value, key) => (isRecord(value) ? value[String(key)] : undefined),
    parse(text, [], { allowTrailingComma: true }),
  );
}
