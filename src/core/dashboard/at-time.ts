import { addressOf, isTemplate } from './address.ts';
import { cloudwatchAt } from './time/cloudwatch.ts';
import { datadogAt } from './time/datadog.ts';
import { grafanaAt } from './time/grafana.ts';
import { kibanaAt } from './time/kibana.ts';
import { windowOf, type Span } from './time/window.ts';
import { toolOf } from './tool/tool.ts';

/**
 * Why an address has no new time: it is no dashboard of a known tool; the tool alone knows where it leads; parts of it are still to be filled in; or
 * it has no time, or has it in a form that cannot be read.
 */
export type KeptBecause = 'other' | 'short-link' | 'template' | 'no-time';

/** An address at a time. */
export type AddressAtTime =
  | { readonly address: string; readonly changed: true }
  /** The address is as it was given. */
  | { readonly address: string; readonly changed: false; readonly because: KeptBecause };

const writers = { grafana: grafanaAt, datadog: datadogAt, kibana: kibanaAt, cloudwatch: cloudwatchAt } as const;

/**
 * Returns the address of a dashboard, an exploring page or logs with the time of an incident set: from a little before its start to a little
 * after its end, or to `now` while it goes on (see `windowOf`). Relative times, other times and encoded ones are replaced, and where there is
 * none, the time is added. Everything else stays, byte for byte. Never throws; a second call changes nothing. Only addresses of `http` and
 * `https` are changed.
 */
export function atTime(address: string, span: Span, now: Date): AddressAtTime {
  const kept = (because: KeptBecause): AddressAtTime => ({ address, changed: false, because });
  const found = toolOf(address);
  if (found === undefined) {
    return kept('other');
  }
  if (isTemplate(address)) {
    return kept('template');
  }
  if (found.view === 'short-link') {
    return kept('short-link');
  }
  const parts = addressOf(address);
  const window = windowOf(span, now);
  const changed = parts && window && writers[found.tool](parts, window);
  return changed === undefined ? kept('no-time') : { address: changed, changed: true };
}
