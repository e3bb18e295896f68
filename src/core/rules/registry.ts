import { emptySection } from './empty-section.ts';
import { missingSection } from './missing-section.ts';
import type { Rule } from './rule.ts';

/** Every rule, in the order in which findings at one place are listed. */
export const rules: readonly Rule[] = [missingSection, emptySection];
