import { kindTraits, type DocumentKind, type Kind, type RuleLevels } from '../core/index.ts';
import type { OwnCommands } from './contributes/commands.ts';

/** The prefix of every id. */
export const settingsSection = 'runbookLens';

/** The activity bar container of the views. */
export const viewContainer = settingsSection;

/** The views that are not for one kind of document; for those see `kindIds`. */
export const views = {
  incident: 'runbookLens.incident',
  actionItems: 'runbookLens.actionItems',
  alerts: 'runbookLens.alerts',
  services: 'runbookLens.services',
} as const;

/** The id of a view. */
export type ViewId = (typeof views)[keyof typeof views] | KindIds<DocumentKind>['view'];

/** Returns the ids for a kind of document: view, commands, context key, and section of its settings. */
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
    is: `${settingsSection}.is${one}`,
    not: `${settingsSection}.not${one}`,
    expand: `${settingsSection}.expand${many}`,
    filtered: `${settingsSection}.${plural}Filtered`,
    has: `${settingsSection}.has${many}`,
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
  readonly is: `runbookLens.is${Noun<K>}`;
  readonly not: `runbookLens.not${Noun<K>}`;
  readonly expand: `runbookLens.expand${Capitalize<Plural<K>>}`;
  readonly filtered: `runbookLens.${Plural<K>}Filtered`;
  /** Whether there are some, possible ones included. */
  readonly has: `runbookLens.has${Capitalize<Plural<K>>}`;
  readonly settings: Plural<K>;
}

function capital<Text extends string>(text: Text): Capitalize<Text> {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}` as Capitalize<Text>;
}

/** The arguments of every command; see contributes/commands.ts. */
export type CommandArguments = {
  [Name in keyof OwnCommands as `runbookLens.${Name}`]: ArgumentsOf<OwnCommands[Name]>;
} & {
  [K in DocumentKind as KindIds<K>['group' | 'filter' | 'clear' | 'expand']]: [];
} & {
  [K in DocumentKind as KindIds<K>['create' | 'is' | 'not']]: [target?: unknown];
};
type ArgumentsOf<Command> = Command extends { readonly takes: infer Names extends readonly string[] }
  ? { -readonly [Index in keyof Names]?: unknown }
  : [];
export type CommandId = keyof CommandArguments;

/** The types of the context keys in `when` clauses. */
export type ContextKeys = {
  'runbookLens.state': 'indexing' | 'ready';
  'runbookLens.actionItemsFiltered': boolean;
  /** Whether the workspace has action items, done or not. */
  'runbookLens.hasActionItems': boolean;
  /** Whether the workspace has alerts. */
  'runbookLens.hasAlerts': boolean;
  /** Whether documents, alerts or the configuration name services. */
  'runbookLens.hasServices': boolean;
  'runbookLens.incidentOpen': boolean;
  /** The kind of the document in the active editor. */
  'runbookLens.editorKind': Kind;
} & { [K in DocumentKind as KindIds<K>['filtered' | 'has']]: boolean };

/** The types of the settings, without their prefix. For defaults see contributes/settings.ts. */
export type Settings = {
  'files.include': readonly string[];
  'files.exclude': readonly string[];
  'checks.enabled': boolean;
  rules: RuleLevels;
  codeLens: boolean;
} & { [K in DocumentKind as `${Plural<K>}.${'folder' | 'fileName'}`]: string };

/** The kind of code action that makes all safe fixes in a file. */
export const fixAllKind = settingsSection;
