import type { CatalogDocument } from '../document/document.ts';

/** Folders of what nobody keeps up any more; a team's own `old` service is no archive. */
const archives =
  /(?:^|\/)[._]?(?:archived?|archives|attic|graveyard|(?:old|legacy|retired|deprecated|obsolete)[-_ ](?:docs?|documentation|runbooks?|playbooks?|postmortems?))\//i;

/** Returns whether a document is in an archive. Where somebody said what it is, it is not. */
export function isArchived({ path, probability }: CatalogDocument): boolean {
  return probability !== undefined && archives.test(path);
}
