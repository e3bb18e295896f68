import { workspace, type ConfigurationChangeEvent, type ConfigurationScope, type Disposable } from 'vscode';
import { settingsSection, type Settings } from '../ids.ts';

/** Returns the value of a setting. package.json gives every setting a default. */
export function readSetting<Key extends keyof Settings>(key: Key, scope?: ConfigurationScope): Settings[Key] {
  const value = workspace.getConfiguration(settingsSection, scope).get<Settings[Key]>(key);
  if (value === undefined) {
    throw new Error(`The setting ${settingsSection}.${key} has no default in package.json`);
  }
  return value;
}

/** Calls `listener` when one of the settings changes. */
export function onDidChangeSetting(
  keys: ReadonlyArray<keyof Settings>,
  listener: (event: ConfigurationChangeEvent) => void,
): Disposable {
  return workspace.onDidChangeConfiguration((event) => {
    if (keys.some((key) => event.affectsConfiguration(`${settingsSection}.${key}`))) {
      listener(event);
    }
  });
}
