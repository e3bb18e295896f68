import type { Report } from '../report.ts';
import { toJson } from './json.ts';
import { toText } from './text.ts';

/** The formats of findings, the default first. */
export const formatNames = ['text', 'json', 'sarif', 'github', 'junit'] as const;
export type FormatName = (typeof formatNames)[number];

/** Returns a report in a format. Those for services are loaded for that. */
export async function written(report: Report, format: FormatName): Promise<string> {
  if (format === 'text' || format === 'json') {
    return format === 'text' ? toText(report) : toJson(report);
  }
  const { toGithub, toJunit, toSarif } = await import('./for-services.ts');
  return { github: toGithub, junit: toJunit, sarif: toSarif }[format](report);
}

/** The formats that contain notes and summary. For others they go to standard error. */
export const formatsWithNotes: ReadonlySet<FormatName> = new Set(['text', 'github']);
