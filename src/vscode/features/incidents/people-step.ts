import { l10n, type QuickPickItem } from 'vscode';
import { holderOf, rolesOf, type Incident, type Role } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { askChoice, type Answer, type StepPlace } from '../../services/wizard.ts';
import { wordsOf } from './change.ts';
import { recordUri } from './current.ts';

/**
 * Asks for a person: an author of the repository, a person with a role, or a new name.
 * @param role the one that the person gets; whoever has it comes last.
 */
export async function askPerson(
  deps: Deps,
  incident: Incident,
  place: StepPlace,
  placeholder: string,
  role: Role,
): Promise<Answer<string>> {
  const uri = recordUri(incident);
  const { document } = incident;
  const me = await deps.people.me(uri);
  const current = holderOf(document, role);
  const holders = rolesOf(wordsOf(deps, document).roles).flatMap((role) => {
    const holder = holderOf(document, role);
    return holder === undefined ? [] : [{ label: holder, description: role.name }];
  });
  const others = (await deps.people.of(uri)).map(({ name, email }) => ({
    label: name,
    ...(email !== undefined && { description: email }),
  }));
  const own = me === undefined ? [] : [{ label: me, description: l10n.t('you') }];
  const known = unique([...own, ...holders, ...others]).filter(({ label }) => label !== current);
  const items = [...known, ...(current === undefined ? [] : [{ label: current, description: l10n.t('current') }])];
  const typed = (text: string): QuickPickItem => ({ label: text, description: l10n.t('new name') });
  const answer = await askChoice<QuickPickItem>(place, { placeholder, items, typed });
  return typeof answer === 'string' ? answer : { value: answer.value.label };
}

function unique(items: readonly QuickPickItem[]): QuickPickItem[] {
  return items.filter(({ label }, index) => items.findIndex((other) => other.label === label) === index);
}
