import { activeExtension } from '../support.ts';

/** Tests in a window on a folder that no git repository holds. */
export function noGitTests(): void {
  describe('a folder without git', () => {
    it('activates the extension', async () => {
      await activeExtension();
    });
  });
}
