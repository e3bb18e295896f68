import { l10n } from 'vscode';
import { readSpoken, wallClock, type SpokenTime } from '../../core/index.ts';
import { askText, type Answer, type StepPlace } from './wizard.ts';

/** A question for a time. */
export interface TimeQuestion {
  readonly prompt: string;
  /** The suggested time, as text. */
  readonly value: string;
  readonly now: Date;
  readonly zone: string;
  /** Which one is meant where a time could be before or after now. */
  readonly toward: 'past' | 'future';
  /** Whether the answer may be empty. */
  readonly optional?: boolean;
  /** Returns why a time is not possible, or undefined. */
  readonly problem?: (time: SpokenTime) => string | undefined;
}

/** Asks for a time in any usual form: "-2h", "yesterday 23:10", "14:05 CET". The box shows how it is understood. */
export async function askTime(place: StepPlace, question: TimeQuestion): Promise<Answer<SpokenTime | undefined>> {
  const { zone, optional, problem } = question;
  const read = (text: string): SpokenTime | undefined => readSpoken(text, question);
  const answer = await askText(place, {
    prompt: question.prompt,
    value: question.value,
    placeholder: l10n.t('14:05, -10m, yesterday 23:10, 2026-11-28 22:10'),
    problem: (text) => {
      const time = read(text);
      return time === undefined
        ? optional === true && text.trim() === ''
          ? undefined
          : invalidTime()
        : problem?.(time);
    },
    note: (text) => {
      const time = read(text);
      const shown = time && (time.timed ? `${wallClock(time.at, zone)} ${zone}` : time.date);
      return shown === undefined || shown.startsWith(text.trim()) ? undefined : l10n.t('Means {0}', shown);
    },
  });
  return typeof answer === 'string' ? answer : { value: read(answer.value) };
}

/** Asks for a day: "next Friday", "in 2 weeks", "2026-12-11". Answers with YYYY-MM-DD. */
export async function askDay(
  place: StepPlace,
  question: Pick<TimeQuestion, 'prompt' | 'value' | 'now' | 'zone' | 'toward'>,
): Promise<Answer<string>> {
  const read = (text: string): string | undefined => readSpoken(text, question)?.date;
  const answer = await askText(place, {
    prompt: question.prompt,
    value: question.value,
    placeholder:
      question.toward === 'past'
        ? l10n.t('yesterday, last Friday, 2026-11-28')
        : l10n.t('next Friday, in 2 weeks, 2026-12-11'),
    problem: (text) => (read(text) === undefined ? invalidDay() : undefined),
    note: (text) => {
      const day = read(text);
      return day === undefined || day === text.trim() ? undefined : l10n.t('Means {0}', day);
    },
  });
  return typeof answer === 'string' ? answer : { value: read(answer.value) ?? answer.value };
}

/** Says that a typed time cannot be read. */
export function invalidTime(): string {
  return l10n.t('Not a valid time, for example 14:05 or -10m.');
}

/** Says that a typed day cannot be read. */
export function invalidDay(): string {
  return l10n.t('Not a valid date, for example next Friday or 2026-12-11.');
}
