import { build } from 'esbuild';

/** Makes one file of the command line as it is now, which starts much faster than its sources. */
export async function bundleCommandLine(outfile: string): Promise<void> {
  await build({
    entryPoints: ['src/cli/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
}
