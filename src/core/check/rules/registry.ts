import { alertRules } from '../../alert/rules.ts';
import { mergeConflict } from './merge-conflict.ts';
import { secretInDocument } from './secret-in-document.ts';
import { emptySection } from './empty-section.ts';
import { missingSection } from './missing-section.ts';
import { sectionOrder } from './section-order.ts';
import { duplicateSection } from './duplicate-section.ts';
import { titleMismatch } from './title-mismatch.ts';
import { metadataMissing } from './metadata-missing.ts';
import { metadataInvalid } from './metadata-invalid.ts';
import { ownerMissing } from './owner-missing.ts';
import { reviewOverdue } from './review-overdue.ts';
import { commandPromptInBlock } from './command-prompt-in-block.ts';
import { destructiveCommand } from './destructive-command.ts';
import { blamefulLanguage } from './blameful-language.ts';
import { leftoverTemplateText } from './leftover-template-text.ts';
import { timelineOrder } from './timeline-order.ts';
import { timelineZone } from './timeline-zone.ts';
import { timesInconsistent } from './times-inconsistent.ts';
import { actionItemOwner } from './action-item-owner.ts';
import { actionItemTracking } from './action-item-tracking.ts';
import type { Rule } from './rule.ts';

/** All rules for documents, in the order of findings at the same place. */
export const rules: readonly Rule[] = [
  mergeConflict,
  secretInDocument,
  missingSection,
  emptySection,
  sectionOrder,
  duplicateSection,
  titleMismatch,
  metadataMissing,
  metadataInvalid,
  ownerMissing,
  reviewOverdue,
  commandPromptInBlock,
  destructiveCommand,
  blamefulLanguage,
  leftoverTemplateText,
  timelineOrder,
  timelineZone,
  timesInconsistent,
  actionItemOwner,
  actionItemTracking,
];

/** Rules for files of the team, reported where the files are read. */
export const teamRules: ReadonlyArray<Pick<Rule, 'id' | 'summary' | 'defaultSeverity' | 'options'>> = [
  {
    id: 'invalid-configuration',
    summary: 'A .runbook-lens.json file has an error.',
    defaultSeverity: 'error',
  },
  {
    id: 'invalid-template',
    summary: 'A team template has an error.',
    defaultSeverity: 'error',
  },
];

/** All rules: for documents, for files of the team, and for files that define alerts. */
export const allRules: ReadonlyArray<(typeof teamRules)[number]> = [...rules, ...teamRules, ...alertRules];
