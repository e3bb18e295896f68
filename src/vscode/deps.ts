import type { ExtensionContext } from 'vscode';
import type { Clock } from '../core/index.ts';
import type { Alerts } from './services/alerts.ts';
import type { DocumentEditor } from './services/document-editor.ts';
import type { Files } from './services/files.ts';
import type { Findings } from './services/findings.ts';
import type { IndexService } from './services/index-service.ts';
import type { Log } from './services/log.ts';
import type { People } from './services/people.ts';
import type { SearchService } from './services/search.ts';

/** The services for every feature. */
export interface Deps {
  readonly context: ExtensionContext;
  readonly index: IndexService;
  readonly findings: Findings;
  /** Changes documents on disk, one change at a time. */
  readonly editor: DocumentEditor;
  /** Reads and creates files. */
  readonly files: Files;
  /** The alerts of rule files that lead to runbooks. */
  readonly alerts: Alerts;
  readonly clock: Clock;
  readonly people: People;
  /** The texts of documents, to find some by words. */
  readonly search: SearchService;
  readonly log: Log;
}
