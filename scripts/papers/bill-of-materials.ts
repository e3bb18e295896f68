import { Utils } from '@cyclonedx/cyclonedx-library/Contrib/FromNodePackageJson';
import { ComponentType, LifecyclePhase } from '@cyclonedx/cyclonedx-library/Enums';
import * as Models from '@cyclonedx/cyclonedx-library/Models';
import { JSON as Json, JsonSerializer } from '@cyclonedx/cyclonedx-library/Serialize';
import { Spec1dot6 } from '@cyclonedx/cyclonedx-library/Spec';
import { PackageURL } from 'packageurl-js';
import type { Bundle } from './bundle.ts';
import type { InstalledPackage } from './installed-package.ts';
import type { Manifest } from './manifest.ts';
import type { Published } from './published.ts';

/**
 * Returns the CycloneDX bill of materials of a published package: its bundled packages and their imports. It has no
 * time or serial number, so the same source gives the same text.
 */
export function billOfMaterials(
  { name, version, publisher, license }: Manifest,
  purlType: Published['purlType'],
  bundles: readonly Bundle[],
  packages: readonly InstalledPackage[],
): string {
  const root = component(ComponentType.Application, {
    purl: new PackageURL(purlType, purlType === 'npm' ? undefined : publisher, name, version),
    licence: license,
  });
  const inside = packages.filter(({ location }) => bundles.some((bundle) => bundle.packages.includes(location)));
  const components = new Map(inside.map((item) => [item.location, componentOf(item)]));
  const depend = (on: Models.Component, locations: readonly string[] = []): void => {
    for (const location of locations) {
      on.dependencies.add(components.get(location)!.bomRef);
    }
  };
  for (const { imported, imports } of bundles) {
    depend(root, imported);
    components.forEach((item, location) => depend(item, imports.get(location)));
  }
  const bom = new Models.Bom({
    components: new Models.ComponentRepository(components.values()),
    metadata: new Models.Metadata({
      component: root,
      lifecycles: new Models.LifecycleRepository([LifecyclePhase.Build]),
    }),
  });
  const serializer = new JsonSerializer(new Json.Normalize.Factory(Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function componentOf({ name, version, licence, integrity }: InstalledPackage): Models.Component {
  const [scope, rest] = name.startsWith('@') ? name.split('/') : [undefined, name];
  const item = component(ComponentType.Library, { purl: new PackageURL('npm', scope, rest ?? name, version), licence });
  if (integrity !== undefined) {
    item.hashes.set(...Utils.parsePackageIntegrity(integrity));
  }
  return item;
}

/** Returns a component with its package URL. */
function component(
  type: ComponentType,
  { purl, licence }: { readonly purl: PackageURL; readonly licence: string | undefined },
): Models.Component {
  const text = purl.toString();
  return new Models.Component(type, purl.name, {
    bomRef: text,
    purl: text,
    ...(purl.namespace === undefined ? {} : { group: purl.namespace }),
    ...(purl.version === undefined ? {} : { version: purl.version }),
    licenses: new Models.LicenseRepository(licence === undefined ? [] : [licenceOf(licence)]),
  });
}

/** A licence, or a choice between licences. */
function licenceOf(licence: string): Models.SpdxLicense | Models.LicenseExpression {
  return licence.startsWith('(') ? new Models.LicenseExpression(licence) : new Models.SpdxLicense(licence);
}
