import { existsSync } from 'node:fs';
import { canInstallAptPackages, installAptPackages } from './apt.ts';

/** Debian packages that give a page text, code and emoji, and a file that each of them installs. */
const PACKAGES = new Map([
  ['fontconfig-config', '/etc/fonts/fonts.conf'],
  ['fonts-dejavu-core', '/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf'],
  ['fonts-noto-core', '/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf'],
  ['fonts-noto-color-emoji', '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf'],
]);

/**
 * Installs the fonts that screenshots need where this process may do so and they are missing. Pages work without
 * them, so a failure is printed and not thrown.
 */
export async function installFonts(): Promise<void> {
  if (!canInstallAptPackages()) {
    return;
  }
  const missing = [...PACKAGES].filter(([, file]) => !existsSync(file)).map(([name]) => name);
  if (missing.length === 0) {
    return;
  }
  try {
    await installAptPackages(missing);
  } catch (error) {
    console.log(`Fonts are missing, screenshots may show boxes: ${String(error)}`);
  }
}
