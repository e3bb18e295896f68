import { UserError, type Severity } from '../core/index.ts';
import { commonOptions, globOptions, oneOf, parseOptions, refuseEmpty } from './arguments.ts';
import { formatNames, type FormatName } from './formats/formats.ts';

/** The arguments of `check`. Absent means not given. */
export interface CheckArguments {
  /** Files and folders as written; empty means the working directory. */
  readonly paths: readonly string[];
  readonly format: FormatName;
  readonly output?: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly changedSince?: string;
  readonly baseline?: string;
  readonly updateBaseline: boolean;
  readonly fix: boolean;
  readonly failOn: Severity;
  readonly help: boolean;
}

/** Reads the arguments of `check`. Throws a UserError if one is not valid. */
export function readCheckArguments(args: readonly string[]): CheckArguments {
  const { values, positionals } = parseOptions('check', args, {
    ...commonOptions,
    output: { type: 'string' },
    'changed-since': { type: 'string' },
    baseline: { type: 'string' },
    'update-baseline': { type: 'boolean' },
    fix: { type: 'boolean' },
    'fail-on': { type: 'string' },
  });
  const { output, baseline, 'changed-since': changedSince } = values;
  refuseEmpty('--output', output, 'a file');
  refuseEmpty('--baseline', baseline, 'a file');
  refuseEmpty('--changed-since', changedSince, 'a branch, tag or commit');
  if (positionals.includes('')) {
    throw new UserError('A PATH is empty. Name a file or folder, or omit it to check the working directory.');
  }
  if (values['update-baseline'] === true && baseline === undefined) {
    throw new UserError('--update-baseline needs --baseline FILE, the file to write.');
  }
  return {
    paths: positionals,
    format: oneOf('format', values.format, formatNames),
    ...globOptions(values),
    updateBaseline: values['update-baseline'] ?? false,
    fix: values.fix ?? false,
    failOn: oneOf('severity', values['fail-on'], ['hint', 'information', 'warning', 'error']),
    help: values.help ?? false,
    ...(output !== undefined && { output }),
    ...(baseline !== undefined && { baseline }),
    ...(changedSince !== undefined && { changedSince }),
  };
}
