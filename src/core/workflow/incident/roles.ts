import type { CatalogDocument } from '../../document/document.ts';
import { fieldOf } from '../../document/facts/set-fields.ts';
import { normaliseName } from '../../vocabulary/normalise.ts';

/** A role that somebody takes in an incident. */
export interface Role {
  /** As it is shown. */
  readonly name: string;
  /** The key of front matter under which a record gets it. */
  readonly key: string;
  /** The names under which records have it, as `normaliseName` gives them, the usual one first. */
  readonly names: readonly string[];
}

/** The role of whoever leads the response. */
export const commander: Role = {
  name: 'Incident Commander',
  key: 'incident_commander',
  names: [
    'incident commander',
    'commander',
    'incident lead',
    'incident manager',
    'major incident manager',
    'incident leader',
    'ic',
    'comandante do incidente',
    'comandante del incidente',
    'einsatzleiter',
    'einsatzleitung',
  ],
};

/** The usual roles; the words are those of PagerDuty's incident response guide and Google's SRE book. */
export const usualRoles: readonly Role[] = [
  commander,
  {
    name: 'Deputy',
    key: 'deputy',
    names: ['deputy', 'deputy incident commander', 'deputy commander', 'backup incident commander'],
  },
  { name: 'Scribe', key: 'scribe', names: ['scribe', 'note taker', 'notetaker', 'recorder'] },
  {
    name: 'Communications',
    key: 'communications',
    names: ['communications', 'communications lead', 'communication lead', 'comms', 'comms lead', 'customer liaison'],
  },
  {
    name: 'Subject Matter Expert',
    key: 'subject_matter_expert',
    names: [
      'subject matter expert',
      'subject matter experts',
      'sme',
      'smes',
      'technical lead',
      'tech lead',
      'operations lead',
    ],
  },
];

/** The roles of a team: those that its configuration names, else the usual ones. */
export function rolesOf(configured: readonly string[] | undefined): readonly Role[] {
  if (configured === undefined || configured.length === 0) {
    return usualRoles;
  }
  return configured.map((name) => {
    const usual = usualRoles.find(({ names }) => names.includes(normaliseName(name)));
    const own = normaliseName(name);
    return { name, key: usual?.key ?? own.replace(/[^\p{L}\p{N}]+/gu, '_'), names: [own, ...(usual?.names ?? [])] };
  });
}

/** Who holds a role by what a record says; undefined where nobody does. */
export function holderOf(document: CatalogDocument, role: Role): string | undefined {
  return fieldOf(document, role.names);
}
