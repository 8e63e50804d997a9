import type { NextAction } from '../../domain/dossier/next-actions.ts';
import type { Wait } from '../../domain/dossier/next/waits.ts';
import type { OpinionState } from '../../domain/dossier/state.ts';
import type { DepartmentId } from '../../kernel/ids.ts';
import type { CompiledProcedure } from '../../workflow/procedure/compile.ts';

export interface WaitView {
  readonly wait: Wait;
  readonly procedure: CompiledProcedure;
}

export interface ActionView {
  readonly action: NextAction;
  readonly procedure: CompiledProcedure;
}

export interface OpinionView extends OpinionState {
  readonly department: DepartmentId;
}
