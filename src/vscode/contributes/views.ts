import { documentKinds, type DocumentKind } from '../../core/index.ts';
import { kindIds, views, type ViewId } from '../ids.ts';
import { incidentOpen, key, stateIs } from './when.ts';

/** A view in the sidebar and its texts while it is empty. Its name is `view.<name>` in package.nls.json. */
export interface View {
  readonly id: ViewId;
  readonly when?: string;
  /** Keys of the texts: `welcome.<text>`. */
  readonly welcome: ReadonlyArray<{ readonly text: string; readonly when: string }>;
}

const ready = stateIs('ready');
const inFolder = 'workspaceFolderCount != 0';
const whileIndexing = { text: 'indexing', when: `${inFolder} && ${stateIs('indexing')}` };

/** The views from top to bottom. */
export const viewList: readonly View[] = [
  { id: views.incident, when: incidentOpen, welcome: [] },
  ...documentKinds.map(viewOf),
  {
    id: views.actionItems,
    welcome: [whileIndexing, ...emptyTexts('actionItems', key('runbookLens.actionItemsFiltered'))],
  },
];

function viewOf(kind: DocumentKind): View {
  const { view, filtered, settings } = kindIds(kind);
  return {
    id: view,
    welcome: [
      { text: `${settings}.noFolder`, when: 'workspaceFolderCount == 0' },
      whileIndexing,
      ...emptyTexts(settings, filtered),
      { text: 'untrusted', when: `${inFolder} && ${ready} && !isWorkspaceTrusted` },
    ],
  };
}

/** The texts of an empty view, with and without a filter. */
function emptyTexts(name: string, filtered: string): View['welcome'] {
  return [
    { text: `${name}.filtered`, when: `${ready} && ${filtered}` },
    { text: `${name}.nothing`, when: `${inFolder} && ${ready} && !${filtered}` },
  ];
}
