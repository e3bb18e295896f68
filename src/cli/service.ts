import { gapsOf, readServices, serviceMarkdown, UserError, type ServicePage } from '../core/index.ts';
import { commonOptions, globOptions, oneOf, parseOptions } from './arguments.ts';
import { jsonText } from './formats/json-text.ts';
import { indexFolder } from './index-folder.ts';
import { exitCode, type ExitCode, type Io } from './io.ts';
import { printHelp } from './print-help.ts';
import { serviceWorld } from './surveyed.ts';

/** `runbook-lens service`. */
export async function runService(args: readonly string[], io: Io): Promise<ExitCode> {
  const options = readArguments(args);
  if (options.help) {
    return printHelp('service', io);
  }
  const folder = await indexFolder({ ...options, history: true }, io);
  const { world, problems } = await serviceWorld(folder, options.name !== undefined);
  problems.forEach(io.note);
  const { services, pageOf } = readServices(world);
  if (options.name === undefined) {
    const pages = services.all.map(pageOf);
    if (options.format === 'json') {
      io.raw(jsonText(pages.map(toRow)));
    } else {
      pages.forEach((page) => io.line(`${page.name}: ${summaryOf(page)}`));
      if (pages.length === 0) {
        io.note('No document, alert or configuration names a service.');
      }
    }
    return exitCode.clean;
  }
  const service = services.named(options.name);
  if (service === undefined) {
    throw new UserError(unknown(options.name, services.near(options.name)?.name));
  }
  const page = pageOf(service);
  if (options.format === 'json') {
    io.raw(jsonText(toPlain(page)));
  } else {
    serviceMarkdown(page).trimEnd().split('\n').forEach(io.line);
  }
  return exitCode.clean;
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseOptions('service', args, { ...commonOptions, in: { type: 'string' } });
  if (positionals.length > 1) {
    throw new UserError(`service accepts one name. Put it in quotation marks: "${positionals.join(' ')}".`);
  }
  return {
    name: positionals[0],
    path: values.in,
    format: oneOf('format', values.format, ['markdown', 'json']),
    ...globOptions(values),
    help: values.help ?? false,
  };
}

function unknown(name: string, near: string | undefined): string {
  const hint = near === undefined ? 'runbook-lens service lists those that are known.' : `Did you mean "${near}"?`;
  return `No document, alert or configuration names a service "${name}". ${hint}`;
}

function summaryOf(page: ServicePage): string {
  const { runbooks, alerts, incidents } = page;
  const counts = [
    `${runbooks.length} ${runbooks.length === 1 ? 'runbook' : 'runbooks'}`,
    `${alerts.length} ${alerts.length === 1 ? 'alert' : 'alerts'}`,
    `${incidents.length} ${incidents.length === 1 ? 'incident' : 'incidents'}`,
  ].join(', ');
  const gaps = gapsOf(page);
  return gaps.length === 0 ? `${counts}.` : `${counts}. ${gaps.join(' ')}`;
}

function toRow({ name, owners, coverage, runbooks, alerts, incidents, actionItems }: ServicePage): object {
  return {
    name,
    owners,
    ...(coverage !== undefined && { coverage }),
    runbooks: runbooks.length,
    alerts: alerts.length,
    incidents: incidents.length,
    actionItems: actionItems.length,
  };
}

/** Lines are 1-based, as in all that the command line prints about alerts. */
function toPlain(page: ServicePage): object {
  const { name, owners, objectives, coverage, alerts, runbooks, dashboards, incidents, actionItems } = page;
  return {
    name,
    owners,
    objectives: objectives.map((objective) => ({ ...objective, line: objective.line + 1 })),
    ...(coverage !== undefined && { coverage }),
    alerts,
    runbooks: runbooks.map(({ path, title, missing, findings, alerts: leading, evidence, lastChange, reviewDue }) => ({
      path,
      title,
      missing,
      findings,
      alerts: leading,
      evidence,
      lastChange,
      reviewDue,
    })),
    dashboards: dashboards.map((dashboard) => ({ ...dashboard, line: dashboard.line + 1 })),
    incidents: incidents.map(({ path, title, date, severity, open }) => ({ path, title, date, severity, open })),
    actionItems: actionItems.map(({ path, line, text, owners: people, due, state }) => ({
      path,
      line: line + 1,
      text,
      owners: people,
      due,
      state,
    })),
  };
}
