import type { CatalogDocument } from '../../document/document.ts';
import { fieldOf } from '../../document/facts/set-fields.ts';
import type { RoleName } from '../../vocabulary/language.ts';
import { namesById } from '../../vocabulary/names.ts';
import { normaliseName } from '../../vocabulary/normalise.ts';

/** A role in an incident. */
export interface Role {
  /** As it is shown. */
  readonly name: string;
  /** The key of front matter under which a record gets it. */
  readonly key: string;
  /** The names under which records have it, as `normaliseName` gives them, the usual one first. */
  readonly names: readonly string[];
}

/** Names of each role in records. */
export const roleNames = namesById(({ labels }) => labels.roles);

/** The role of whoever leads the response. */
export const commander: Role = roleCalled('commander', 'Incident Commander', 'incident_commander');

/** The usual roles; the words are those of PagerDuty's incident response guide and Google's SRE book. */
export const usualRoles: readonly Role[] = [
  commander,
  roleCalled('deputy', 'Deputy'),
  roleCalled('scribe', 'Scribe'),
  roleCalled('communications', 'Communications'),
  roleCalled('expert', 'Subject Matter Expert', 'subject_matter_expert'),
];

function roleCalled(role: RoleName, name: string, key: string = role): Role {
  return {
    name,
    key,
    get names() {
      return roleNames()[role];
    },
  };
}

/** Returns the configured roles of a team, or the usual ones. */
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

/** Returns the holder of a role in a record; undefined if there is none. */
export function holderOf(document: CatalogDocument, role: Role): string | undefined {
  return fieldOf(document, role.names);
}
