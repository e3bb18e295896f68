import { agentTests } from '../tests/agents.ts';
import { alertTests } from '../tests/alerts.ts';

/** Tests in a window on a repository with alert rules and their runbooks. */
export function alertsTests(): void {
  describe('alerts', () => {
    // First, as the others change documents.
    agentTests();
    alertTests();
  });
}
