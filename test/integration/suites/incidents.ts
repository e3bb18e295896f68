import { importTests } from '../tests/import.ts';
import { incidentTests } from '../tests/incident.ts';
import { recordEditingTests } from '../tests/record-editing.ts';

/** Tests of incidents, in a window on the repository of a team. */
export function incidentsTests(): void {
  describe('the incidents of a team', () => {
    importTests();
    incidentTests();
    recordEditingTests();
  });
}
