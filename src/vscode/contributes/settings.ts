import { documentKinds, type DocumentKind } from '../../core/index.ts';
import { kindIds, type Settings } from '../ids.ts';

/**
 * A group in the settings editor. Its title is `config.<name>` in package.nls.json, the text of a setting
 * `config.<setting>`.
 */
export interface SettingGroup {
  readonly name: string;
  readonly settings: readonly Setting[];
}

/** A setting and its default. Its scope is a resource, so folders may differ. */
export type Setting = {
  readonly [Key in keyof Settings]: { readonly key: Key; readonly fallback: Settings[Key] };
}[keyof Settings];

/** All settings. */
export const settingGroups: readonly SettingGroup[] = [
  {
    name: 'files',
    settings: [
      { key: 'files.include', fallback: [] },
      { key: 'files.exclude', fallback: [] },
    ],
  },
  { name: 'new', settings: documentKinds.flatMap(settingsOf) },
  { name: 'use', settings: [{ key: 'codeLens', fallback: true }] },
  {
    name: 'checks',
    settings: [
      { key: 'checks.enabled', fallback: true },
      { key: 'rules', fallback: {} },
    ],
  },
];

/** Folder and file name of new documents of a kind. */
function settingsOf(kind: DocumentKind): Setting[] {
  const { settings } = kindIds(kind);
  return [
    { key: `${settings}.folder`, fallback: settings },
    { key: `${settings}.fileName`, fallback: '' },
  ];
}
