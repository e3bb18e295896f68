import { commands, l10n } from 'vscode';
import type { Answers } from '../../services/answers.ts';
import { typeText } from '../../services/ask.ts';
import { warnAtOnce } from '../../services/tell.ts';
import type { Chosen } from './current.ts';
import type { Run, Runs } from './runs.ts';
import { idOf } from './send.ts';
import type { Values } from './values.ts';

/** Logs a command to the incident: what was run, and if the terminal told, its exit code and output. The user sees both before. */
export async function logCommand(chosen: Chosen, values: Values, runs: Runs, answers: Answers): Promise<void> {
  const { codeSpan, outputText, shortenedOutput } = await import('../../services/runbook-use.ts');
  const run = await runs.of(idOf(chosen));
  const { command } = chosen;
  const known = run ? undefined : await values.fill(chosen, command.placeholders, command.family, 'none', answers);
  const text =
    answers.text('text') ??
    (await typeText({
      title: l10n.t('Log to Incident'),
      prompt:
        run === undefined
          ? l10n.t('What was done? The terminal did not tell whether this was run.')
          : l10n.t('What was done? Next you see the output.'),
      value: sentence(codeSpan(run?.line ?? known?.shown ?? command.text), run),
      ignoreFocusOut: true,
    }));
  if (text === undefined || text.trim() === '') {
    return;
  }
  const whole = outputText(run?.output ?? '');
  const { text: output } = shortenedOutput(whole);
  const withOutput = output !== '' && (await wantsOutput(output, answers));
  if (withOutput === undefined) {
    return;
  }
  await commands.executeCommand('runbookLens.logEntry', {
    ...(answers.value('record') !== undefined && { record: answers.value('record') }),
    ...(answers.value('secrets') !== undefined && { secrets: answers.value('secrets') }),
    // Shortened later: half a secret does not show what it is.
    ...(withOutput && { quote: whole, shorten: true, from: l10n.t('the terminal') }),
    text,
  });
}

function sentence(code: string, run: Run | undefined): string {
  if (run === undefined) {
    return l10n.t('Ran {0}', code);
  }
  if (!run.ended) {
    return l10n.t('Started {0}', code);
  }
  return run.exitCode === undefined ? l10n.t('Ran {0}', code) : l10n.t('Ran {0} (exit code {1})', code, run.exitCode);
}

/** Shows the output and asks whether to log it. Undefined if the user cancels. */
async function wantsOutput(output: string, answers: Answers): Promise<boolean | undefined> {
  const given = answers.value('output');
  if (typeof given === 'boolean') {
    return given;
  }
  const [yes, no] = [l10n.t('Log With Output'), l10n.t('Log Without Output')];
  const answer = await warnAtOnce(l10n.t('Log this output? The record may be read by many people.'), output, yes, no);
  return answer === undefined ? undefined : answer === yes;
}
