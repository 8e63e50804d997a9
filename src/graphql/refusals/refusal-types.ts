import type { Refusal, RefusalCode } from '../../application/refusals.ts';
import { refusalSentences } from '../../wording/refusals.ts';
import type { ApiBuilder } from '../builder.ts';
import { APPLICATION_REFUSALS } from './application-facts.ts';
import { CATALOGUE_REFUSALS } from './catalogue-facts.ts';
import { DOSSIER_REFUSALS } from './dossier-facts.ts';
import type { FactKind } from './fact-kinds.ts';
import { ORGANISATION_REFUSALS } from './organisation-facts.ts';

/** Every refusal there is with the kinds of its facts. */
const REFUSAL_FACTS: Readonly<Record<RefusalCode, Readonly<Record<string, FactKind>>>> = {
  ...DOSSIER_REFUSALS,
  ...ORGANISATION_REFUSALS,
  ...CATALOGUE_REFUSALS,
  ...APPLICATION_REFUSALS,
};

/** The GraphQL type of a refusal: `reviewer-is-handler` → `ReviewerIsHandler`. */
export function refusalTypeName(code: string): string {
  return code
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** Adds the interface `Refusal` and one type a code; returns the names for unions. */
export function addRefusals(builder: ApiBuilder): readonly string[] {
  const refusal = builder.interfaceRef<Refusal>('Refusal').implement({
    description: '本系统对一项操作的拒绝。 A "no" of this system to a command, with its facts.',
    fields: (t) => ({
      code: t.exposeString('code'),
      messageZh: t.string({ resolve: (parent) => refusalSentences(parent).zh }),
      messageEn: t.string({ resolve: (parent) => refusalSentences(parent).en }),
    }),
  });
  return Object.entries(REFUSAL_FACTS).map(([code, facts]) => {
    const name = refusalTypeName(code);
    builder.objectRef<Refusal>(name).implement({
      interfaces: [refusal],
      fields: (t) =>
        Object.fromEntries(
          Object.entries(facts).map(([fact, kind]) => [fact, t.field(factField(fact, kind))]),
        ),
    });
    return name;
  });
}

const FACT_TYPES = { text: 'String', 'text?': 'String', texts: ['String'], number: 'Int' } as const;

function factField(fact: string, kind: FactKind) {
  return {
    type: FACT_TYPES[kind] as 'String',
    nullable: kind.endsWith('?'),
    // Facts are text, numbers and lists of text by the type of every refusal.
    resolve: (parent: Refusal) => (parent.facts as Record<string, unknown>)[fact] as string,
  };
}
