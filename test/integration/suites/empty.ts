import { activeExtension } from '../support.ts';

/** Tests in a window on an empty folder. */
export function emptyTests(): void {
  describe('an empty folder', () => {
    it('activates the extension', async () => {
      await activeExtension();
    });
  });
}
