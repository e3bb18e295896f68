import { allRules, descriptionOf, inputSchemaOf, tools } from '../../src/core/index.ts';
import { agentTools, serverProvider, toolsWhen } from '../../src/vscode/contributes/agents.ts';
import { commands } from '../../src/vscode/contributes/commands.ts';
import { menus as menuNames, submenus } from '../../src/vscode/contributes/menus.ts';
import { settingGroups, type Setting } from '../../src/vscode/contributes/settings.ts';
import { viewList } from '../../src/vscode/contributes/views.ts';
import { walkthrough, walkthroughSteps } from '../../src/vscode/contributes/walkthrough.ts';
import { settingsSection, viewContainer } from '../../src/vscode/ids.ts';

/** Returns the commands, views and settings for package.json. Texts are keys of package.nls.json. */
export function contributions(): Readonly<Record<string, unknown>> {
  return {
    commands: commands.map(([command, { icon }]) => ({
      command,
      title: `%command.${nameOf(command)}%`,
      category: '%category%',
      ...(icon !== undefined && { icon: `$(${icon})` }),
    })),
    menus: menus(),
    submenus: Object.keys(submenus).map((id) => ({ id, label: `%submenu.${nameOf(id)}%` })),
    keybindings: commands.flatMap(([command, { keys = [] }]) =>
      keys.map(({ key, mac, when }) => ({ command, key, mac, when })),
    ),
    views: {
      [viewContainer]: viewList.map(({ id, when, collapsed, share }) => ({
        id,
        name: `%view.${nameOf(id)}%`,
        contextualTitle: '%container.title%',
        icon: 'media/activity-bar.svg',
        initialSize: share,
        ...(when !== undefined && { when }),
        ...(collapsed === true && { visibility: 'collapsed' }),
      })),
    },
    viewsWelcome: viewList.flatMap(({ id, welcome }) =>
      welcome.map(({ text, when }) => ({ view: id, contents: `%welcome.${text}%`, when })),
    ),
    languageModelTools: agentTools.map(([name, { id, reference, icon }]) => ({
      name: id,
      displayName: `%${toolKey(reference)}%`,
      userDescription: `%${toolKey(reference)}.summary%`,
      modelDescription: descriptionOf(name),
      toolReferenceName: reference,
      canBeReferencedInPrompt: true,
      icon: `$(${icon})`,
      when: toolsWhen,
      inputSchema: inputSchemaOf(name),
    })),
    mcpServerDefinitionProviders: [{ id: serverProvider, label: '%container.title%' }],
    walkthroughs: [
      {
        id: walkthrough,
        title: '%walkthrough.title%',
        description: '%walkthrough.description%',
        steps: walkthroughSteps.map(({ id, events }) => ({
          id,
          title: `%walkthrough.${id}.title%`,
          description: `%walkthrough.${id}.text%`,
          media: { svg: `media/walkthrough/${id}.svg`, altText: `%walkthrough.${id}.alt%` },
          completionEvents: events,
        })),
      },
    ],
    configuration: settingGroups.map(({ name, settings }, group) => ({
      title: `%config.${name}%`,
      order: group + 1,
      properties: Object.fromEntries(
        settings.map((setting, index) => [
          `${settingsSection}.${setting.key}`,
          {
            ...typeOf(setting),
            default: setting.fallback,
            scope: 'resource',
            order: index + 1,
            markdownDescription: `%config.${setting.key}%`,
            ...(setting.key === 'rules' && { additionalProperties: false, properties: ruleLevels() }),
          },
        ]),
      ),
    })),
  };
}

/** Returns the summaries of rules for package.nls.json, by key. */
export function ruleTexts(): Readonly<Record<string, string>> {
  return Object.fromEntries(allRules.map(({ id, summary }) => [textKey(id), summary]));
}

/** Returns the titles and summaries of tools for package.nls.json, by key. */
export function toolTexts(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    agentTools.flatMap(([name, { reference }]) => [
      [toolKey(reference), tools[name].title],
      [`${toolKey(reference)}.summary`, tools[name].summary],
    ]),
  );
}

/** Returns an id without its prefix. */
function nameOf(id: string): string {
  return id.slice(settingsSection.length + 1);
}

/** Returns each menu with its items, in the order of the commands. VS Code sorts them by group. */
function menus(): Readonly<Record<string, readonly object[]>> {
  const palette = commands.flatMap(([command, { palette: when }]) => (when === undefined ? [] : { command, when }));
  const items = commands.flatMap(([command, { menus: places = [] }]) =>
    places.map(([menu, group, when]) => [menu, { command, when, group }] as const),
  );
  const below = Object.entries(submenus).map(
    ([submenu, [menu, group, when]]) => [menu, { submenu, when, group }] as const,
  );
  return {
    commandPalette: palette,
    ...Object.fromEntries(
      menuNames.map(
        (name) => [name, [...items, ...below].flatMap(([menu, item]) => (menu === name ? item : []))] as const,
      ),
    ),
  };
}

function typeOf({ fallback }: Setting): object {
  return Array.isArray(fallback) ? { type: 'array', items: { type: 'string' } } : { type: typeof fallback };
}

function ruleLevels(): object {
  const levels = ['error', 'warning', 'information', 'hint', 'off'];
  return Object.fromEntries(
    allRules.map(({ id }) => [id, { type: 'string', enum: levels, description: `%${textKey(id)}%` }]),
  );
}

function toolKey(reference: string): string {
  return `tool.${reference}`;
}

/** "empty-section" → "config.rules.emptySection". */
function textKey(rule: string): string {
  return `config.rules.${rule.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;
}
