import { existsSync } from 'node:fs';
import { canInstallAptPackages, installAptPackages } from './apt.ts';

/** Debian packages with fonts for text, code and emoji, and one file of each. */
const PACKAGES = new Map([
  ['fontconfig-config', '/etc/fonts/fonts.conf'],
  ['fonts-dejavu-core', '/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf'],
  ['fonts-noto-core', '/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf'],
  ['fonts-noto-color-emoji', '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf'],
]);

/**
 * Installs missing fonts for screenshots, if this process may. Pages work without them, so a failure is only printed.
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
