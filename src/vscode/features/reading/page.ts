import { l10n, Uri, type Webview } from 'vscode';
import type { Texts } from '../../../webview/reading/protocol.ts';

/** Returns the folder with the page's script and style, the only one that it can load from. */
export function pageFolder(extension: Uri): Uri {
  return Uri.joinPath(extension, 'dist', 'webview');
}

/** Returns the page without a document. It can load its own script and style, and nothing else. */
export function pageHtml(webview: Webview, extension: Uri, nonce: string): string {
  const script = webview.asWebviewUri(Uri.joinPath(pageFolder(extension), 'reading.js')).toString();
  const style = webview.asWebviewUri(Uri.joinPath(pageFolder(extension), 'reading.css')).toString();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${l10n.t('Runbook')}</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<div id="root"></div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}

/** Returns a text that nobody can guess. */
export function unguessable(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Returns the texts of the page. */
export function pageTexts(): Texts {
  return {
    copy: l10n.t('Copy'),
    copied: l10n.t('Copied'),
    fill: l10n.t('Fill In…'),
    send: l10n.t('Send to Terminal'),
    log: l10n.t('Log to Incident…'),
    step: l10n.t('Done: {0}'),
    progress: l10n.t('{0} of {1} steps done'),
    reset: l10n.t('Uncheck All'),
    danger: l10n.t('This command {0}. You are asked first.'),
  };
}
