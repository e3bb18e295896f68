import type { SectionId } from '../vocabulary/section-ids.ts';
import type { ExpectedSection } from '../team/templates/template.ts';

/** Sections of a postmortem that answer for another one, where that team does not have both. */
const standIns: Readonly<Partial<Record<SectionId, readonly SectionId[]>>> = {
  summary: ['what-happened'],
  causes: ['trigger', 'fault', 'went-wrong'],
  lessons: ['went-well'],
  resolution: ['response'],
};

/** Returns expected sections with those that answer for them: "What went wrong?" for the causes, unless it is expected itself. */
export function withStandIns<Section extends ExpectedSection>(sections: readonly Section[]): readonly Section[] {
  const all = new Set(sections.flatMap(({ keys }) => keys));
  return sections.map((section) => {
    const more = section.keys.flatMap((key) => standIns[key as SectionId] ?? []).filter((key) => !all.has(key));
    return more.length === 0 ? section : { ...section, standIns: more };
  });
}
