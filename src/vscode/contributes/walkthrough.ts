import type { CommandId } from '../ids.ts';

/** A step of the walkthrough. Its texts are `walkthrough.<id>.title`, `.text` and `.alt` in package.nls.json. */
export interface WalkthroughStep {
  /** Its picture is `media/walkthrough/<id>.svg`. */
  readonly id: string;
  /** The step is done after one of these. */
  readonly events: ReadonlyArray<`onCommand:${CommandId}` | `onContext:${string}`>;
}

/** The id of the walkthrough, in the extension. */
export const walkthrough = 'start';

/** From the first look to what is learned. */
export const walkthroughSteps: readonly WalkthroughStep[] = [
  { id: 'open', events: ['onContext:runbookLens.hasRunbooks || runbookLens.hasPostmortems'] },
  { id: 'find', events: ['onCommand:runbookLens.findRunbook'] },
  { id: 'declare', events: ['onCommand:runbookLens.declareIncident', 'onContext:runbookLens.incidentOpen'] },
  { id: 'log', events: ['onCommand:runbookLens.logEntry', 'onCommand:runbookLens.logTerminalSelection'] },
  {
    id: 'learn',
    events: ['onCommand:runbookLens.changeReviewStatus', 'onCommand:runbookLens.facilitateRetrospective'],
  },
];
