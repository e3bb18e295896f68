import { documentKinds, type DocumentKind } from '../../core/index.ts';
import { kindIds, views, type ViewId } from '../ids.ts';
import { incidentOpen, key, stateIs } from './when.ts';

/** A view in the sidebar and its texts while it is empty. Its name is `view.<name>` in package.nls.json. */
export interface View {
  readonly id: ViewId;
  /** Views of what a workspace does not have are not shown. */
  readonly when?: string;
  /** Whether only its header is shown at first: what few people need at 3 a.m. leaves the room to the others. */
  readonly collapsed?: true;
  /** The share of the height that it gets at first, among those that are open. */
  readonly share: number;
  /** Keys of the texts: `welcome.<text>`. */
  readonly welcome: ReadonlyArray<{ readonly text: string; readonly when: string }>;
}

const ready = stateIs('ready');
const inFolder = 'workspaceFolderCount != 0';

/** The views from top to bottom. */
export const viewList: readonly View[] = [
  { id: views.incident, when: incidentOpen, share: 4, welcome: [] },
  ...documentKinds.map(viewOf),
  {
    id: views.actionItems,
    when: key('runbookLens.hasActionItems'),
    share: 2,
    welcome: [{ text: 'actionItems.filtered', when: `${ready} && ${key('runbookLens.actionItemsFiltered')}` }],
  },
  { id: views.alerts, when: key('runbookLens.hasAlerts'), collapsed: true, share: 2, welcome: [] },
  { id: views.services, when: key('runbookLens.hasServices'), collapsed: true, share: 2, welcome: [] },
];

function viewOf(kind: DocumentKind): View {
  const { view, filtered, has, settings } = kindIds(kind);
  const welcome = [{ text: `${settings}.filtered`, when: `${ready} && ${filtered}` }];
  if (kind !== documentKinds[0]) {
    // In Restricted Mode it says what is left out.
    const untrusted = { text: 'untrusted', when: `${inFolder} && ${ready} && !isWorkspaceTrusted` };
    return { id: view, when: `${has} || !isWorkspaceTrusted`, share: 3, welcome: [...welcome, untrusted] };
  }
  const others = documentKinds.slice(1).map((other) => kindIds(other).has);
  return {
    id: view,
    share: 4,
    // If there is nothing at all, this view offers everything.
    when: [has, ...others.map((other) => `!${other}`)].join(' || '),
    welcome: [
      { text: 'noFolder', when: 'workspaceFolderCount == 0' },
      { text: 'indexing', when: `${inFolder} && ${stateIs('indexing')}` },
      ...welcome,
      { text: 'nothing', when: `${inFolder} && ${ready} && !${filtered}` },
    ],
  };
}
