import { configurationSchemaFor } from '../team/configuration.ts';
import { rules, teamRules } from './rules/registry.ts';

/** What a configuration file may say, with every rule there is. */
export const configurationSchema = configurationSchemaFor([...rules, ...teamRules]);
