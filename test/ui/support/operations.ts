import path from 'node:path';
import { createSampleRepository } from '../../../sample/create.ts';
import type { Session } from './session.ts';
import type { Workbench } from './workbench.ts';

/** Opens a window on a fresh copy of the sample repository, in a folder with its name. */
export async function openOperations(session: Session): Promise<Workbench> {
  return session.open(async (folder) => {
    const operations = path.join(folder, 'tarnbox-operations');
    await createSampleRepository(operations);
    return operations;
  });
}
