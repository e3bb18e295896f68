import { l10n, type QuickPickItem } from 'vscode';
import { askChoice, type Answer, type StepPlace } from './wizard.ts';

/** Asks for an IANA time zone: UTC and the local zone first. */
export async function askZone(place: StepPlace, placeholder: string, current: string): Promise<Answer<string>> {
  const first: QuickPickItem[] = [{ label: 'UTC' }, { label: localZone(), description: l10n.t('this computer') }];
  const named = [...first, ...(current === '' ? [] : [{ label: current }])].filter(
    ({ label }, position, all) => all.findIndex((other) => other.label === label) === position,
  );
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => !named.some(({ label }) => label === zone));
  const items = [...named, ...others.map((label) => ({ label }))];
  const active = items.find(({ label }) => label === current);
  const answer = await askChoice(place, { placeholder, items, active });
  return typeof answer === 'string' ? answer : { value: answer.value.label };
}

/** Returns the local time zone. */
export function localZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
