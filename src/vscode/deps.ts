import type { ExtensionContext } from 'vscode';
import type { Findings } from './services/findings.ts';
import type { IndexService } from './services/index-service.ts';
import type { Log } from './services/log.ts';

/** What every feature may use. */
export interface Deps {
  readonly context: ExtensionContext;
  readonly index: IndexService;
  readonly findings: Findings;
  readonly log: Log;
}
