import { l10n, type QuickPickItem } from 'vscode';
import {
  assignRole,
  commander,
  handOver,
  holderOf,
  rolesOf,
  suggestUpdate,
  type Incident,
  type Role,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { Answers } from '../../services/answers.ts';
import { askChoice, askText, runWizard, type Step, type StepPlace } from '../../services/wizard.ts';
import { changeRecord, wordsOf } from './change.ts';
import { currentIncident, recordUri } from './current.ts';
import { askPerson } from './people-step.ts';
import { roleOfNode } from './view-nodes.ts';

/** Asks for a role and a person, and assigns the role. */
export async function assignIncidentRole(deps: Deps, target: unknown): Promise<void> {
  const answers = new Answers(target);
  const incident = await currentIncident(deps, answers.target);
  if (incident === undefined) {
    return;
  }
  const draft = { role: givenRole(deps, incident, answers, target), person: answers.text('person') ?? '' };
  const title = l10n.t('Assign Role: {0}', incident.document.title);
  const steps = [
    ...(draft.role === undefined ? [roleStep(deps, incident, draft)] : []),
    ...(draft.person === '' ? [personStep(deps, incident, draft)] : []),
  ];
  if (await runWizard(title, steps)) {
    const { role = commander, person } = draft;
    await changeRecord(deps, recordUri(incident), (context) => assignRole(context, role, person));
  }
}

/** Asks for a role, the next person and what that person must know, and hands over the role. */
export async function handOverRole(deps: Deps, target: unknown): Promise<void> {
  const answers = new Answers(target);
  const incident = await currentIncident(deps, answers.target);
  if (incident === undefined) {
    return;
  }
  const suggested = suggestUpdate(incident);
  const draft = {
    role: givenRole(deps, incident, answers, target),
    person: answers.text('person') ?? '',
    known: answers.text('known') ?? suggested.know,
    inProgress: answers.text('inProgress') ?? suggested.doing,
    next: answers.text('next') ?? '',
  };
  const text = (name: 'known' | 'inProgress' | 'next', prompt: string): Step[] =>
    answers.text(name) === undefined
      ? [
          async (place) => {
            const answer = await askText(place, { prompt, value: draft[name], problem: () => undefined });
            if (typeof answer === 'string') {
              return answer;
            }
            draft[name] = answer.value;
            return 'next';
          },
        ]
      : [];
  const steps = [
    ...(draft.role === undefined ? [roleStep(deps, incident, draft)] : []),
    ...(draft.person === '' ? [personStep(deps, incident, draft)] : []),
    ...text('known', l10n.t('What is known? The answer goes into the timeline.')),
    ...text('inProgress', l10n.t('What is in progress, and who is doing it?')),
    ...text('next', l10n.t('What comes next, and when?')),
  ];
  if (await runWizard(l10n.t('Hand Over: {0}', incident.document.title), steps)) {
    const { role = commander, person: to, known, inProgress, next } = draft;
    await changeRecord(deps, recordUri(incident), (context) =>
      handOver(context, role, { to, known, inProgress, next }),
    );
  }
}

/** The answers of the steps. */
interface Draft {
  role: Role | undefined;
  person: string;
}

function givenRole(deps: Deps, { document }: Incident, answers: Answers, target: unknown): Role | undefined {
  const name = answers.text('role') ?? roleOfNode(target);
  const roles = rolesOf(wordsOf(deps, document).roles);
  return name === undefined
    ? undefined
    : (roles.find((role) => role.name === name || role.names.includes(name.toLowerCase())) ?? rolesOf([name])[0]);
}

function roleStep(deps: Deps, { document }: Incident, draft: Draft): Step {
  return async (place) => {
    const roles = rolesOf(wordsOf(deps, document).roles);
    const items = roles.map((role): QuickPickItem & { role: Role } => ({
      label: role.name,
      description: holderOf(document, role) ?? l10n.t('unassigned'),
      role,
    }));
    const typed = (text: string): QuickPickItem & { role: Role } => ({
      label: text,
      description: l10n.t('new role'),
      role: rolesOf([text])[0] ?? commander,
    });
    const answer = await askChoice(place, { placeholder: l10n.t('Choose a role.'), items, typed });
    if (typeof answer === 'string') {
      return answer;
    }
    draft.role = answer.value.role;
    return 'next';
  };
}

function personStep(deps: Deps, incident: Incident, draft: Draft): Step {
  return async (place: StepPlace) => {
    const { role = commander } = draft;
    const question = l10n.t('Who takes the role {0}? Choose a person, or type a name.', role.name);
    const answer = await askPerson(deps, incident, place, question, role);
    if (typeof answer === 'string') {
      return answer;
    }
    draft.person = answer.value;
    return 'next';
  };
}
