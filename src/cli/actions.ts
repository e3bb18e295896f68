import {
  actionOwnersOf,
  actionStates,
  followUpsOf,
  pathFromTop,
  trackerUrl,
  UserError,
  type ActionState,
  type Catalog,
  type FollowUp,
} from '../core/index.ts';
import { commonOptions, globOptions, oneOf, parseOptions } from './arguments.ts';
import { jsonText } from './formats/json-text.ts';
import { indexFolder } from './index-folder.ts';
import { exitCode, type ExitCode, type Io } from './io.ts';
import { printHelp } from './print-help.ts';
import { count } from './summary.ts';

/** `runbook-lens actions`. */
export async function runActions(args: readonly string[], io: Io): Promise<ExitCode> {
  const options = readArguments(args);
  if (options.help) {
    return printHelp('actions', io);
  }
  const { catalog } = await indexFolder({ ...options, history: false }, io);
  const documents = catalog.telling('incident').toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const shown = followUpsOf(documents, catalog.today).filter(({ state }) => options.states.includes(state));
  if (options.format === 'json') {
    io.raw(jsonText(toPlain(shown, catalog)));
  } else {
    toLines(shown, options.states).forEach(io.line);
  }
  return options.overdue && shown.length > 0 ? exitCode.findings : exitCode.clean;
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseOptions('actions', args, {
    ...commonOptions,
    open: { type: 'boolean' },
    overdue: { type: 'boolean' },
  });
  if (positionals.length > 1) {
    throw new UserError(`actions accepts one path, not ${positionals.length}: ${positionals.join(' ')}`);
  }
  const overdue = values.overdue ?? false;
  const states: readonly ActionState[] = overdue
    ? ['overdue']
    : values.open === true
      ? ['overdue', 'open']
      : actionStates;
  return {
    path: positionals[0],
    format: oneOf('format', values.format, ['text', 'json']),
    ...globOptions(values),
    overdue,
    states,
    help: values.help ?? false,
  };
}

function toPlain(followUps: readonly FollowUp[], catalog: Catalog): object[] {
  return followUps.map(({ document, item, state }) => {
    const { tracker } = catalog.team(document.root).settingsFor(pathFromTop(document));
    return {
      path: document.path,
      range: item.range,
      text: item.text,
      state,
      owners: actionOwnersOf(item),
      due: item.due && { text: item.due.text, date: item.due.date },
      tracking: item.tracking.map((found) => ({ text: found.text, url: trackerUrl(found, tracker, document) })),
      priority: item.priority,
      group: item.group,
      postmortem: document.title,
      date: document.metadata.date,
      services: document.metadata.services ?? [],
    };
  });
}

function toLines(followUps: readonly FollowUp[], states: readonly ActionState[]): string[] {
  if (followUps.length === 0) {
    return states.length === 1 ? ['No overdue action items.'] : ['No action items found.'];
  }
  const lines = followUps.map(({ document, item, state }) => {
    const { path } = document;
    const due = item.due && `due ${item.due.date ?? item.due.text}`;
    const links = item.tracking.map((found) => (found.kind === 'url' ? trackerUrl(found, {}, document) : found.text));
    // Do not repeat what the text of the item says.
    const facts = [...actionOwnersOf(item), due, ...links].filter(
      (fact) => fact !== undefined && !item.text.includes(fact),
    );
    const place = `${path}:${item.range.start.line + 1}`;
    return `${place} ${state.padEnd(7)} ${item.text}${facts.length > 0 ? ` [${facts.join(', ')}]` : ''}`;
  });
  return [...lines, summary(followUps, states)];
}

const names: Readonly<Record<ActionState, string>> = {
  overdue: 'overdue',
  open: 'open',
  done: 'done',
  'wont-do': "won't do",
};

function summary(followUps: readonly FollowUp[], states: readonly ActionState[]): string {
  const postmortems = new Set(followUps.map(({ document }) => document.uri)).size;
  const counts = states.map((state) => `${followUps.filter((other) => other.state === state).length} ${names[state]}`);
  return `${count(followUps.length, 'action item')} in ${count(postmortems, 'postmortem')}: ${counts.join(', ')}.`;
}
