import type { CatalogDocument } from '../document/document.ts';
import { isUserError, UserError } from '../util/user-error.ts';
import { findRunbook } from './find-runbook.ts';
import { getRunbook } from './get-runbook.ts';
import { readInput, type ToolInput } from './input.ts';
import { listAlerts } from './list-alerts.ts';
import { documentNamed } from './named-document.ts';
import { getOpenIncidents } from './open-incidents.ts';
import type { OfService } from './of-service.ts';
import { Refused } from './refused.ts';
import type { Result } from './result.ts';
import { similarIncidents } from './similar-incidents.ts';
import type { AnswerSource } from './source.ts';
import type { ToolName } from './tool-names.ts';
import { dataNote } from './tools.ts';

/** An answer to an agent. */
export interface ToolAnswer {
  /** Compact JSON on one line: `note`, then `data`, `truncated` and `more`; or `note`, `error` and perhaps `data`. */
  readonly text: string;
  /** Whether the call was wrong; the text says how. */
  readonly isError: boolean;
}

/**
 * Answers a call of a tool. A wrong call is an answer too. Rejects only if the source does.
 * @param input as the agent gave it; it may be anything.
 */
export async function answerCall(tool: ToolName, input: unknown, source: AnswerSource): Promise<ToolAnswer> {
  try {
    const { data, truncated, more } = await resultOf(tool, readInput(tool, input), source);
    return { text: JSON.stringify({ note: dataNote, truncated, more, data }), isError: false };
  } catch (error) {
    if (!isUserError(error)) {
      throw error;
    }
    const data = error instanceof Refused ? error.data : undefined;
    return { text: JSON.stringify({ note: dataNote, error: error.message, data }), isError: true };
  }
}

async function resultOf(tool: ToolName, input: ToolInput, source: AnswerSource): Promise<Result> {
  const { pathOf } = source;
  switch (tool) {
    case 'find_runbook':
      return findRunbook({ query: '', ...input }, await source.texts(), pathOf);
    case 'get_runbook': {
      const document = await named(input.path ?? '', source);
      return getRunbook(document, pathOf(document), input.section);
    }
    case 'list_alerts':
      return listAlerts(input, await source.alerts(), await servicesFor(input, source));
    case 'similar_incidents': {
      const { text, path, limit } = input;
      if ((text === undefined) === (path === undefined)) {
        throw new UserError('similar_incidents needs text or path, not both.');
      }
      const asked = path === undefined ? { text: text ?? '' } : { record: await named(path, source) };
      return similarIncidents(asked, limit, await source.texts(), pathOf);
    }
    case 'get_open_incidents':
      return getOpenIncidents(await source.documents(), pathOf, await servicesFor(input, source));
  }
}

/** What a call asks for of one service; undefined if it asks for none. */
async function servicesFor({ service }: ToolInput, source: AnswerSource): Promise<OfService | undefined> {
  if (service === undefined) {
    return undefined;
  }
  const services = await source.services();
  const wanted = services.named(service);
  const isWanted = (keys: readonly string[]): boolean => keys.some((key) => wanted.includes(key));
  return { has: isWanted, hasDocument: (document) => isWanted(services.ofDocument(document)) };
}

async function named(path: string, source: AnswerSource): Promise<CatalogDocument> {
  const [documents, texts] = await Promise.all([source.documents(), source.texts()]);
  return documentNamed({ path, documents, texts, pathOf: source.pathOf });
}
