import { commands, l10n, window, type Uri } from 'vscode';
import { gapsOf, UserError, type Service } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import type { CommandId } from '../../ids.ts';
import { Answers } from '../../services/answers.ts';
import { chooseItem, typeText } from '../../services/ask.ts';
import type { Readiness } from '../../services/readiness.ts';
import { today } from '../../services/today.ts';
import type { ServicePages } from './pages.ts';
import type { FolderServices, ServiceIndex } from './service-index.ts';
import type { Staleness } from './staleness.ts';

/** What the commands of services work on. */
export interface CommandDeps {
  readonly deps: Deps;
  readonly services: ServiceIndex;
  readonly pages: ServicePages;
  readonly readiness: Readiness;
  readonly staleness: Staleness;
  /** Returns a file by the workspace folder and its path from the top of the repository. */
  readonly fileOf: (root: string, path: string) => Uri;
}

/** A service of a workspace folder. */
interface Chosen {
  readonly of: FolderServices;
  readonly service: Service;
}

/** Opens the page of a service beside what is there: the one called on, named, or chosen. */
export async function openServicePage({ deps, services, pages }: CommandDeps, target: unknown): Promise<void> {
  await deps.index.whenReady();
  const chosen = await serviceFor(deps, services, target);
  if (chosen !== undefined) {
    const open: CommandId = 'runbookLens.openReadingView';
    await commands.executeCommand(open, pages.uriOf(chosen.of, chosen.service));
  }
}

/** Notes a drill for a service. */
export async function noteDrill({ deps, services, readiness }: CommandDeps, target: unknown): Promise<void> {
  await deps.index.whenReady();
  const chosen = await serviceFor(deps, services, target);
  const title =
    chosen &&
    (new Answers(target).text('title') ??
      (await typeText({
        title: l10n.t('Note a Drill for {0}', chosen.service.name),
        prompt: l10n.t('What did you practise? It is kept on this machine only.'),
        validateInput: (text) => (text.trim() === '' ? l10n.t('Enter a title.') : undefined),
      })));
  if (chosen !== undefined && title !== undefined && title.trim() !== '') {
    const date = today(deps);
    await readiness.addDrill(chosen.of.folder.uri.toString(), chosen.service.key, { date, title: title.trim() });
    services.refresh();
  }
}

/** Returns the service that a command is called on or given, else the one that the user chooses. */
export async function serviceFor(deps: Deps, services: ServiceIndex, target: unknown): Promise<Chosen | undefined> {
  const node = chosenNode(target);
  if (node !== undefined) {
    return node;
  }
  const all = services.folders.flatMap((of) => of.services.all.map((service) => ({ of, service })));
  if (all.length === 0) {
    throw new UserError(
      l10n.t('No document, alert or configuration names a service. Write one into the front matter: "service: NAME".'),
    );
  }
  const answers = new Answers(target);
  const named = answers.text('service');
  if (named !== undefined) {
    const found = services.folders.flatMap((of) => {
      const service = of.services.named(named);
      return service === undefined ? [] : [{ of, service }];
    });
    if (found[0] === undefined) {
      throw new UserError(l10n.t('There is no service "{0}".', named));
    }
    return found[0];
  }
  const uri = answers.target ?? window.activeTextEditor?.document.uri;
  const current = uri && deps.index.catalog.get(uri.toString());
  const several = services.folders.length > 1;
  const items = all.map((chosen) => ({
    label: chosen.service.name,
    description: several ? chosen.of.folder.name : '',
    detail: gapsOf(chosen.of.pageOf(chosen.service)).join(' '),
    chosen,
  }));
  const home = services.folders.find(({ folder }) => folder.uri.toString() === current?.root);
  const own = new Set(current && home?.services.ofDocument(current));
  const isOwn = ({ of, service }: Chosen): boolean => of === home && own.has(service.key);
  const sorted = items.toSorted((a, b) => Number(isOwn(b.chosen)) - Number(isOwn(a.chosen)));
  return (await chooseItem(sorted, { placeHolder: l10n.t('Choose a service.') }))?.chosen;
}

/** The service of a row of the view, or of a row below it. */
function chosenNode(target: unknown): Chosen | undefined {
  if (typeof target !== 'object' || target === null) {
    return undefined;
  }
  if ('of' in target && 'service' in target) {
    return target as Chosen;
  }
  return 'parent' in target ? chosenNode(target.parent) : undefined;
}
