import { kindTraits, type DocumentKind, type RuleLevels } from '../core/index.ts';
import type { OwnCommands } from './contributes/commands.ts';

/** What every id begins with. */
export const settingsSection = 'runbookLens';

/** The activity bar container of all views. */
export const viewContainer = settingsSection;

/** The views that are not for the documents of one kind; for those see `kindIds`. */
export const views = {
  incident: 'runbookLens.incident',
  actionItems: 'runbookLens.actionItems',
} as const;

/** The id of any view. */
export type ViewId = (typeof views)[keyof typeof views] | KindIds<DocumentKind>['view'];

/** The ids of what there is for each kind of document: view, commands, context key, and the section of its settings. */
export function kindIds<K extends DocumentKind>(kind: K): KindIds<K> {
  const { noun, plural } = kindTraits[kind];
  const one = capital<(typeof kindTraits)[K]['noun']>(noun);
  const many = capital<Plural<K>>(plural);
  return {
    view: `${settingsSection}.${plural}`,
    create: `${settingsSection}.new${one}`,
    group: `${settingsSection}.group${many}`,
    filter: `${settingsSection}.filter${many}`,
    clear: `${settingsSection}.clear${many}Filter`,
    not: `${settingsSection}.not${one}`,
    filtered: `${settingsSection}.${plural}Filtered`,
    settings: plural,
  };
}

type Noun<K extends DocumentKind> = Capitalize<(typeof kindTraits)[K]['noun']>;
type Plural<K extends DocumentKind> = (typeof kindTraits)[K]['plural'];

/** See `kindIds`. */
export interface KindIds<K extends DocumentKind> {
  readonly view: `runbookLens.${Plural<K>}`;
  readonly create: `runbookLens.new${Noun<K>}`;
  readonly group: `runbookLens.group${Capitalize<Plural<K>>}`;
  readonly filter: `runbookLens.filter${Capitalize<Plural<K>>}`;
  readonly clear: `runbookLens.clear${Capitalize<Plural<K>>}Filter`;
  readonly not: `runbookLens.not${Noun<K>}`;
  readonly filtered: `runbookLens.${Plural<K>}Filtered`;
  readonly settings: Plural<K>;
}

function capital<Text extends string>(text: Text): Capitalize<Text> {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}` as Capitalize<Text>;
}

/** Every command, with what it is called with; see contributes/commands.ts. */
export type CommandArguments = {
  [Name in keyof OwnCommands as `runbookLens.${Name}`]: ArgumentsOf<OwnCommands[Name]>;
} & {
  [K in DocumentKind as KindIds<K>['create' | 'group' | 'filter' | 'clear']]: [];
} & {
  [K in DocumentKind as KindIds<K>['not']]: [target?: unknown];
};
type ArgumentsOf<Command> = Command extends { readonly takes: infer Names extends readonly string[] }
  ? { -readonly [Index in keyof Names]?: unknown }
  : [];
export type CommandId = keyof CommandArguments;

/** Every context key that `when` clauses read, with its type. */
export type ContextKeys = {
  'runbookLens.state': 'indexing' | 'ready';
  'runbookLens.actionItemsFiltered': boolean;
  'runbookLens.incidentOpen': boolean;
} & { [K in DocumentKind as KindIds<K>['filtered']]: boolean };

/** Every setting without its prefix, with its type; contributes/settings.ts holds the defaults. */
export type Settings = {
  'files.include': readonly string[];
  'files.exclude': readonly string[];
  rules: RuleLevels;
} & { [K in DocumentKind as `${Plural<K>}.${'folder' | 'fileName'}`]: string };

/** The kind of code action that answers everything it safely can in one file. */
export const fixAllKind = settingsSection;
