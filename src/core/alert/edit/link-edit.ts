import type { TextEdit } from '../../text/edit.ts';
import { Lines } from '../../text/lines.ts';
import type { Alert, AlertLink } from '../alert.ts';
import { resolveLink, type LinkWorld, type Resolution } from '../link/resolve.ts';
import type { AlertSurvey } from '../survey.ts';
import { annotationEdits } from './annotation.ts';
import { isSound, placeOf, worldWith, type RuleFile } from './checked.ts';
import { addressOf, encoded, formOf, headFor, piecesOf, type AddressPieces, type LinkForm } from './form.ts';
import { isWhole, usualForms, usualKey } from './usual.ts';
import { replacements } from './written.ts';

/** More addresses are not tried: for each the file is read again. */
const mostTried = 4;

/** A link to be written. */
export interface LinkRequest {
  readonly alert: Alert;
  /** Of the rule file. */
  readonly path: string;
  /** Of the rule file, as it is now; `alert` is read from it. */
  readonly text: string;
  /** `path` or `path#anchor` in the repository. It may be still to be written. */
  readonly target: string;
  readonly survey: AlertSurvey;
  /** What stands before the path of a page in the repository's forge, `https://github.com/acme/shop/blob/main/`: for repositories without any link. */
  readonly forge?: string;
}

/**
 * Returns the edits that make an alert's link lead to a page: in the form that the link has, or that most links of the file, the group, the repository have.
 * An alert without a link gets an annotation. None if the link leads there already. Undefined if there is no safe edit: where a template or an alias makes the link, and for new
 * links in Terraform and in monitors. Read again, the alert's link is resolved, and nothing else has changed.
 */
export function linkEdit({ alert, path, text, target, survey, forge }: LinkRequest): TextEdit[] | undefined {
  const to = targetFrom(target);
  const world = worldWith(survey.world, to.page);
  const file: RuleFile = { path, text, reading: survey.reading, world };
  const wanted = new Map([[placeOf(alert.range.start), target]]);
  const sound = (edit: TextEdit): boolean => isSound(file, [edit], wanted);
  const leading = (all: readonly string[]): string[] =>
    [...new Set(all)].filter((each) => leads(each, target, path, world)).slice(0, mostTried);
  const [link] = alert.links;
  const usual = usualForms(survey, path, alert);
  if (link !== undefined) {
    if (!link.placeholder && leads(link.address, target, path, world)) {
      return [];
    }
    const resolution = resolveLink(link, path, survey.world);
    if (!link.placeholder && resolution.state === 'pattern') {
      return undefined;
    }
    const own = link.placeholder ? [] : ownAddresses(link, resolution, to, { path, usual });
    if (link.placeholder || own.length > 0 || isWhole(alert, link)) {
      const lines = Lines.of(text);
      const addresses = leading([...own, ...newAddresses(to, path, usual, forge)]);
      const edit = addresses.flatMap((address) => replacements(alert, link, lines, address)).find(sound);
      return edit && [edit];
    }
  }
  if (/^(?:datadog|cloudwatch|google|azure)$/.test(alert.source)) {
    return undefined;
  }
  const addresses = leading(newAddresses(to, path, usual, forge));
  const key = usualKey(survey, path, alert);
  const edit = addresses.flatMap((address) => annotationEdits(alert, text, key, address)).find(sound);
  return edit && [edit];
}

/** A page, or a heading of it. */
export interface Target {
  readonly page: string;
  readonly anchor: string | undefined;
}

/** Returns the page and the anchor of `path` or `path#anchor`. */
export function targetFrom(target: string): Target {
  const at = target.indexOf('#');
  return at === -1 ? { page: target, anchor: undefined } : { page: target.slice(0, at), anchor: target.slice(at + 1) };
}

/**
 * Returns the addresses of a page in the form of a link that leads elsewhere, the best first.
 * @param usual the forms of links around it: a dead link is read by those that begin like it.
 */
export function ownAddresses(
  link: AlertLink,
  { state, path: page, site }: Resolution,
  { page: target, anchor }: Target,
  { path, usual }: { readonly path: string; readonly usual: readonly LinkForm[] },
): string[] {
  const pieces = piecesOf(link.address);
  const { head } = pieces;
  if (page === undefined) {
    return [];
  }
  if (page === target && state !== 'dead') {
    return [addressOf(head, anchor, pieces)];
  }
  const named = /[?&]path=([^&#]+)/.exec(link.address)?.[1];
  if (named !== undefined) {
    const slash = /^(?:\/|%2F)*/i.exec(named)?.[0] ?? '';
    return [
      addressOf(head, anchor, {
        ...pieces,
        query: (pieces.query ?? '').replace(named, () => `${slash}${encoded(target)}`),
      }),
    ];
  }
  const own = formOf(head, page);
  const style = own ?? {
    ending: /\.[a-z]+$/i.test(head) ? ('kept' as const) : ('none' as const),
    slash: head.endsWith('/'),
  };
  const alike = usual.filter(({ relative, prefix }) => !relative && prefix !== '' && head.startsWith(prefix));
  const longest = alike.toSorted((a, b) => b.prefix.length - a.prefix.length);
  const forms: LinkForm[] = [
    ...(state === 'dead' ? longest.map((form) => ({ ...form, ending: style.ending, slash: style.slash })) : []),
    ...(own === undefined ? [] : [own]),
    ...longest,
    ...(site?.folders ?? []).flatMap((folder) => siteForm(head, site?.base ?? '', folder, style)),
    ...(head.includes('/') ? [] : [bareForm(target, style)]),
  ];
  return [...forms, ...forms.map((form) => ({ ...form, ending: 'kept' as const, slash: false }))].flatMap((form) => {
    const found = headFor(form, target, path);
    return found === undefined ? [] : [addressOf(found, anchor, pieces)];
  });
}

/** The form of pages on a site that stand in one of its folders. */
function siteForm(head: string, base: string, folder: string, style: Pick<LinkForm, 'ending' | 'slash'>): LinkForm[] {
  const at = head.toLowerCase().indexOf(base);
  return at === -1
    ? []
    : [
        {
          ...style,
          relative: false,
          prefix: `${head.slice(0, at + base.length)}/`,
          folder,
          lower: false,
          unnumbered: false,
        },
      ];
}

/** The form of a link that is only the name of a page. */
function bareForm(target: string, style: Pick<LinkForm, 'ending' | 'slash'>): LinkForm {
  return {
    ...style,
    relative: false,
    prefix: '',
    folder: target.slice(0, Math.max(0, target.lastIndexOf('/'))),
    lower: false,
    unnumbered: false,
  };
}

const nothing: AddressPieces = { head: '' };

/** Returns the addresses of a page for a new link: in the forms of others, on the forge, as its path. */
function newAddresses(
  { page: target, anchor }: Target,
  path: string,
  usual: readonly LinkForm[],
  forge: string | undefined,
): string[] {
  const top: LinkForm = {
    relative: false,
    prefix: '',
    folder: '',
    ending: 'kept',
    slash: false,
    lower: false,
    unnumbered: false,
  };
  const forms = [...usual, ...(forge === undefined ? [] : [{ ...top, prefix: forge.replace(/\/?$/, '/') }]), top];
  return forms.flatMap((form) => {
    const found = headFor(form, target, path);
    return found === undefined ? [] : [addressOf(found, anchor, nothing)];
  });
}

/** Whether an address leads to a target. */
function leads(address: string, target: string, path: string, world: LinkWorld): boolean {
  const place = { line: 0, character: 0 };
  const link: AlertLink = {
    key: '',
    written: address,
    address,
    range: { start: place, end: place },
    placeholder: false,
  };
  const { state, path: page, anchor } = resolveLink(link, path, world);
  return state === 'resolved' && (anchor === undefined ? page : `${page}#${anchor}`) === target;
}
