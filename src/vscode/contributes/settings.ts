import { documentKinds, type DocumentKind } from '../../core/index.ts';
import { kindIds, type Settings } from '../ids.ts';

/** Settings that the settings editor shows together. Its title is `config.<name>` in package.nls.json, each setting's text `config.<setting>`. */
export interface SettingGroup {
  readonly name: string;
  readonly settings: readonly Setting[];
}

/** A setting and its default; all are of a resource, so that folders may differ. */
export type Setting = {
  readonly [Key in keyof Settings]: { readonly key: Key; readonly fallback: Settings[Key] };
}[keyof Settings];

/** Every setting. */
export const settingGroups: readonly SettingGroup[] = [
  {
    name: 'files',
    settings: [
      { key: 'files.include', fallback: [] },
      { key: 'files.exclude', fallback: [] },
    ],
  },
  { name: 'new', settings: documentKinds.flatMap(settingsOf) },
  { name: 'checks', settings: [{ key: 'rules', fallback: {} }] },
];

/** Where new documents of a kind go, and how they are named. */
function settingsOf(kind: DocumentKind): Setting[] {
  const { settings } = kindIds(kind);
  return [
    { key: `${settings}.folder`, fallback: settings },
    { key: `${settings}.fileName`, fallback: '' },
  ];
}
