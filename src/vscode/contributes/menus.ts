import { onDocument, onTelling } from './when.ts';

/** Menus below an entry of another menu. Their titles are `submenu.<name>` in package.nls.json. */
export const submenus = {
  'runbookLens.document': ['view/item/context', '9_more@1', onDocument('possible')],
  'runbookLens.lessons': ['view/item/context', '2_record@2', onTelling('incident')],
  'runbookLens.explorer': ['explorer/context', '7_runbookLens@1', 'resourceLangId == markdown'],
} as const satisfies Readonly<Record<string, readonly [menu: string, group: string, when: string]>>;

/** The menus with commands. */
export const menus = [
  'view/title',
  'view/item/context',
  'editor/title',
  'explorer/context',
  'editor/context',
  'terminal/context',
  'runbookLens.document',
  'runbookLens.lessons',
  'runbookLens.explorer',
] as const;
type Menu = (typeof menus)[number];

/** Place of a command: menu, group with position, and condition. */
export type Place = readonly [menu: Menu, group: string, when: string];
