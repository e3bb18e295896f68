import { run } from '../../../src/cli/run.ts';

/** What a run of the command line gave. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process with a working directory. */
export async function ranIn(cwd: string, ...argv: readonly string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await run(argv, { out: (text) => void (out += text), err: (text) => void (err += text), cwd });
  return { code, out, err };
}

/** A runbook that has all that an alert runbook should have. */
export const complete = '# Queue\n\n## Meaning\n\nx\n\n## Impact\n\nx\n\n## Diagnosis\n\nx\n\n## Mitigation\n\nx\n';

/** The same without its mitigation, which is one finding with a fix. */
export const lacking = complete.replace('\n## Mitigation\n\nx\n', '');

/** The same with nothing but a placeholder for its mitigation, which is one finding without a fix. */
export const empty = complete.replace('## Mitigation\n\nx\n', '## Mitigation\n\nTODO\n');
