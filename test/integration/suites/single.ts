import { actionItemTests } from '../tests/action-items.ts';
import { activationTests } from '../tests/activation.ts';
import { catalogTests } from '../tests/catalog.ts';
import { commandTests } from '../tests/commands.ts';
import { diagnosticsTests } from '../tests/diagnostics.ts';
import { editingTests } from '../tests/editing.ts';
import { gitTests } from '../tests/git.ts';
import { lessonTests } from '../tests/lessons.ts';
import { liveTests } from '../tests/live.ts';
import { quickFixTests } from '../tests/quick-fixes.ts';
import { reviewTests } from '../tests/review.ts';
import { runbookCommandTests } from '../tests/runbook-commands.ts';
import { teamTests } from '../tests/team.ts';
import { treeTests } from '../tests/trees.ts';

/** Tests in a window on one git repository. */
export function singleTests(): void {
  describe('one git repository', () => {
    actionItemTests();
    activationTests();
    catalogTests();
    commandTests();
    diagnosticsTests();
    editingTests();
    gitTests();
    lessonTests();
    quickFixTests();
    reviewTests();
    runbookCommandTests();
    teamTests();
    treeTests();
    // Last, as it commits what the others find uncommitted.
    liveTests();
  });
}
