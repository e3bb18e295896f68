import { configurationSchemaFor } from '../team/configuration.ts';
import { allRules } from './rules/registry.ts';

/** The schema of a configuration file, with all rules. */
export const configurationSchema = configurationSchemaFor(allRules);
