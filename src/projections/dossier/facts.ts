import type { DossierEvent, DossierEventOf } from '../../domain/dossier/events.ts';
import type { Investor } from '../../domain/dossier/parts.ts';

/**
 * What an event says, for wording. Nothing about a natural person but ids: contacts stay sealed in
 * the log, and of a filled form only the names of its fields are kept.
 */
export function factsOf(event: DossierEvent): object {
  switch (event.type) {
    case 'FormFilled':
      return { fields: fieldsOf(event.data) };
    case 'DossierOpened':
    case 'InvestorReplaced':
      return { ...event.data, investor: withoutContact(event.data.investor) };
    default:
      return event.data;
  }
}

function fieldsOf({
  answers,
  personalAnswers,
}: DossierEventOf<'FormFilled'>['data']): readonly string[] {
  const personal = personalAnswers && 'value' in personalAnswers ? personalAnswers.value : {};
  return [...Object.keys(answers), ...Object.keys(personal)].sort();
}

function withoutContact({ contact, ...investor }: Investor): object {
  return { ...investor, contact: contact.subject };
}
