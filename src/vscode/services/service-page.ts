import { Uri } from 'vscode';

/** The URI scheme of the pages of services, which have no file. */
export const servicePageScheme = 'runbook-lens-service';

/** What the page of a service is about. */
export interface ServicePageOf {
  /** URI of the workspace folder. */
  readonly root: string;
  /** URI of the folder from which its links count: the top of the repository. */
  readonly top: string;
  /** The key of the service. */
  readonly key: string;
}

/** Returns the URI of the page of a service. @param name for the title. */
export function servicePageUri({ root, top, key }: ServicePageOf, name: string): Uri {
  const query = JSON.stringify([root, top, key]);
  return Uri.from({ scheme: servicePageScheme, path: `/${name.replaceAll(/[/\\]/g, ' ')}.md`, query });
}

/** Returns what a page is about; undefined for URIs of anything else. */
export function servicePageOf({ scheme, query }: Uri): ServicePageOf | undefined {
  if (scheme !== servicePageScheme) {
    return undefined;
  }
  try {
    const [root, top, key] = JSON.parse(query) as readonly unknown[];
    return typeof root === 'string' && typeof top === 'string' && typeof key === 'string'
      ? { root, top, key }
      : undefined;
  } catch {
    return undefined;
  }
}
