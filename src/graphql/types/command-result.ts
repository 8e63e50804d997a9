import type { InputIssue } from '../../application/commands/input-issues.ts';
import type { Refusal } from '../../application/refusals.ts';
import type { Position } from '../../eventstore/port.ts';
import type { DossierNumber } from '../../kernel/ids.ts';
import { inputIssueSentences } from '../../wording/input-issues.ts';
import type { ApiBuilder } from '../builder.ts';
import { refusalTypeName } from '../refusals/refusal-types.ts';

/** A command that was carried out, now or by an earlier run of the same request. */
export interface CommandDone {
  readonly position?: Position;
  readonly repeated: boolean;
  readonly dossier?: DossierNumber;
}

/** Input that is no command at all: which fields, and what is wrong with each. */
export interface InputRefused {
  readonly issues: readonly InputIssue[];
}

export type CommandResult = CommandDone | InputRefused | Refusal;

/** Adds the union that every mutation answers with; `refusals` are the names of their types. */
export function addCommandResult(builder: ApiBuilder, refusals: readonly string[]) {
  const done = builder.objectRef<CommandDone>('CommandDone').implement({
    description: '操作已完成。 Carried out; ask queries `atLeast` this position to see it.',
    fields: (t) => ({
      position: t.exposeString('position', { nullable: true }),
      repeated: t.exposeBoolean('repeated', {
        description: '同一请求号此前已执行。 True where an earlier run of the request had done it.',
      }),
      number: t.string({ nullable: true, resolve: (parent) => parent.dossier }),
    }),
  });
  const issue = builder.objectRef<InputIssue>('InputIssue').implement({
    fields: (t) => ({
      path: t.exposeString('path'),
      problem: t.exposeString('problem'),
      messageZh: t.string({ resolve: (parent) => inputIssueSentences(parent).zh }),
      messageEn: t.string({ resolve: (parent) => inputIssueSentences(parent).en }),
    }),
  });
  const refused = builder.objectRef<InputRefused>('InputRefused').implement({
    description: '输入有误，尚不成为一项操作。 The input is no command yet; every issue at once.',
    fields: (t) => ({ issues: t.field({ type: [issue], resolve: (parent) => parent.issues }) }),
  });
  return builder.unionType('CommandResult', {
    // The refusals are named, not referred to: their types are made from a table.
    types: [done, refused, ...refusals] as unknown as (typeof done)[],
    resolveType: (value: CommandResult) => {
      if ('code' in value) return refusalTypeName(value.code);
      return 'issues' in value ? refused : done;
    },
  });
}

export type CommandResultRef = ReturnType<typeof addCommandResult>;
