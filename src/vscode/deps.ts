import type { ExtensionContext } from 'vscode';
import type { IndexService } from './services/index-service.ts';
import type { Log } from './services/log.ts';

/** What every feature may use. */
export interface Deps {
  readonly context: ExtensionContext;
  readonly index: IndexService;
  readonly log: Log;
}
