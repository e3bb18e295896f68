import type { DocumentKind, Kind } from './kind.ts';

/** The ids of the sections of each kind of document; the names of all languages map to them. */
export const sectionIds = {
  runbook: [
    'meaning',
    'impact',
    'causes',
    'diagnosis',
    'mitigation',
    'steps',
    'prerequisites',
    'when-to-use',
    'verification',
    'rollback',
    'escalation',
    'prevention',
    'notes',
    'resources',
  ],
  postmortem: [
    'summary',
    'impact',
    'timeline',
    'causes',
    'trigger',
    'resolution',
    'detection',
    'response',
    'leadup',
    'fault',
    'what-happened',
    'lessons',
    'went-well',
    'went-wrong',
    'got-lucky',
    'action-items',
    'people',
    'stats',
    'messaging',
    'supporting',
  ],
} as const satisfies Readonly<Record<DocumentKind, readonly string[]>>;

/** The section ids of one kind; none for `other`. */
export type SectionOf<K extends Kind> = K extends DocumentKind ? (typeof sectionIds)[K][number] : never;

export type RunbookSection = SectionOf<'runbook'>;
export type PostmortemSection = SectionOf<'postmortem'>;

/** The id of a section of any kind. */
export type SectionId = SectionOf<Kind>;

/** A section with a name that no vocabulary knows: `=` and the normalised title. */
export type OwnName = `=${string}`;

/** Key for comparing sections. */
export type SectionKey = SectionId | OwnName;
