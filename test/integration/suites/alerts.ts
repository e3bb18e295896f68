import { agentTests } from '../tests/agents.ts';
import { alertTests } from '../tests/alerts.ts';
import { serviceTests } from '../tests/services.ts';

/** Tests in a window on a repository with alert rules and their runbooks. */
export function alertsTests(): void {
  describe('alerts', () => {
    // First, as others change documents.
    agentTests();
    serviceTests();
    alertTests();
  });
}
