import type { Publications } from '../workflow/checking/check-definitions.ts';
import { CommandFailed } from './explain.ts';

/** What a locality sets for itself on the command line. */
export interface PublicationOptions {
  /** `stage=kind of department` */
  readonly lead?: readonly string[];
  /** `parameter=number` */
  readonly set?: readonly string[];
}

/** The options hold for exactly one procedure, since stages and parameters are its own. */
export function publicationsFrom(
  { lead = [], set = [] }: PublicationOptions,
  wanted: readonly string[],
): Publications {
  if (lead.length === 0 && set.length === 0) return {};
  const [procedure, ...others] = wanted;
  if (procedure === undefined || others.length > 0) {
    throw new CommandFailed({
      zh: '--lead 与 --set 只用于一个流程，请写明是哪一个。',
      en: '--lead and --set are for one procedure; name the one.',
    });
  }
  const leads = Object.fromEntries(lead.map(pair));
  const parameters = Object.fromEntries(set.map(pair).map(([name, text]) => [name, number(text)]));
  return { [procedure]: { leads, parameters } };
}

function pair(text: string): readonly [string, string] {
  const [name, value, ...rest] = text.split('=');
  if (name && value && rest.length === 0) return [name, value];
  throw new CommandFailed({
    zh: `“${text}”应写成“名称=取值”。`,
    en: `"${text}" must be written as name=value.`,
  });
}

function number(text: string): number {
  const value = Number(text);
  if (Number.isFinite(value)) return value;
  throw new CommandFailed({ zh: `“${text}”不是数字。`, en: `"${text}" is not a number.` });
}
