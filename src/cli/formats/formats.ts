import type { Report } from '../report.ts';
import { toGithub } from './github.ts';
import { toJson } from './json.ts';
import { toJunit } from './junit.ts';
import { toSarif } from './sarif.ts';
import { toText } from './text.ts';

/** The formats of findings, the default first. */
export const formatNames = ['text', 'json', 'sarif', 'github', 'junit'] as const;
export type FormatName = (typeof formatNames)[number];

/** Writes a report in a format. */
export const formats: Readonly<Record<FormatName, (report: Report) => string>> = {
  text: toText,
  json: toJson,
  sarif: toSarif,
  github: toGithub,
  junit: toJunit,
};

/** The formats that contain notes and summary. For others they go to standard error. */
export const formatsWithNotes: ReadonlySet<FormatName> = new Set(['text', 'github']);
