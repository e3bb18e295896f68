import { groupedBy } from '../../util/grouped-by.ts';
import type { Alert, AlertLink } from '../alert.ts';
import type { AlertSurvey, SurveyedAlert } from '../survey.ts';
import { formOf, piecesOf, type LinkForm } from './form.ts';

/** How alerts of a repository link to their runbooks. */
export interface UsualLink {
  readonly key: string;
  readonly isLabel: boolean;
}

/** The alerts that an alert is written like: those of its file, of its group, of the repository. */
function scopesOf({ alerts }: AlertSurvey, path: string, { group }: Alert): SurveyedAlert[][] {
  return [
    alerts.filter((each) => each.path === path),
    group === undefined ? [] : alerts.filter((each) => each.alert.group === group),
    [...alerts],
  ];
}

/** Returns whether a link is the whole value of an annotation or label. */
export function isWhole({ annotations, labels }: Alert, { key, address }: AlertLink): boolean {
  return (annotations.get(key) ?? labels.get(key))?.trim() === address;
}

/** Returns the key that most alerts of the same file have their link in, else of the same group, else of the repository. */
export function usualKey(survey: AlertSurvey, path: string, alert: Alert): UsualLink {
  for (const scope of scopesOf(survey, path, alert)) {
    const [best] = mostFirst(
      scope.flatMap(({ alert: other }) => {
        const [link] = other.links;
        return link === undefined || !isWhole(other, link)
          ? []
          : [{ key: link.key, isLabel: !other.annotations.has(link.key) }];
      }),
    );
    if (best !== undefined) {
      return best;
    }
  }
  return { key: 'runbook_url', isLabel: false };
}

/** Returns the forms of links that lead to pages here, those of most alerts of the same file first, then of its group, then of the repository. */
export function usualForms(survey: AlertSurvey, path: string, alert: Alert): LinkForm[] {
  return distinct(
    scopesOf(survey, path, alert).flatMap((scope) =>
      mostFirst(
        scope.flatMap(({ resolution, alert: other }) => {
          const { link, state, path: page } = resolution;
          const leads = state === 'resolved' || state === 'anchor-missing';
          if (!leads || link === undefined || page === undefined || !isWhole(other, link)) {
            return [];
          }
          return formOf(piecesOf(link.address).head, page) ?? [];
        }),
      ),
    ),
  );
}

function mostFirst<Item>(items: readonly Item[]): Item[] {
  return [...groupedBy(items, (item) => JSON.stringify(item)).values()]
    .toSorted((a, b) => b.length - a.length)
    .flatMap(([item]) => (item === undefined ? [] : [item]));
}

function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
