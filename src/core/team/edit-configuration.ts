import { applyEdits, modify, parse, type EditResult, type JSONPath, type ParseError } from 'jsonc-parser';
import { kinds, type Kind } from '../vocabulary/kind.ts';
import { Lines } from '../text/lines.ts';
import { isRecord } from '../text/unknown.ts';
import type { RuleLevel } from '../text/finding.ts';
import { UserError } from '../util/user-error.ts';
import { configurationName } from './configuration.ts';

/**
 * A configuration file's text with a rule set to a level; its options stay, and so do comments and layout.
 * Throws a UserError when the text is not valid JSON.
 * @param text the file's text; empty for one that does not exist yet.
 */
export function withRuleLevel(text: string, rule: string, level: RuleLevel): string {
  const entry = at(text, ['rules', rule]);
  return changed(text, isRecord(entry) ? ['rules', rule, 'severity'] : ['rules', rule], level);
}

/**
 * A configuration file's text that says what one file is, or with `undefined` no longer says it; other globs stay. Throws a
 * UserError when the text is not valid JSON.
 * @param path the file's, relative to the configuration's folder.
 */
export function withKind(text: string, path: string, kind: Kind | undefined): string {
  const glob = literal(path);
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

/** A list without one of its entries; where what stands between them is in the way, it is written anew. */
function withoutEntry(text: string, path: JSONPath, entries: readonly unknown[], index: number): string {
  try {
    return changed(text, [...path, index], undefined);
  } catch {
    return changed(text, path, entries.toSpliced(index, 1));
  }
}

/** A path as a glob that matches it alone. */
export function literal(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@|"^$]/g, '\\$&');
}

/** @param isArrayInsertion whether the value is put into a list in front of what stands at its place. */
function changed(text: string, path: JSONPath, value: unknown, isArrayInsertion = false): string {
  if (!isValid(text)) {
    throw new UserError(`${configurationName} is not valid JSON, so it was not changed. Fix it first.`);
  }
  const { eol } = new Lines(text);
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

/** The library throws where a setting would have to go into a list, a number or a text. */
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
