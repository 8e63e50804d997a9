import type {
  Definition,
  DefinitionStage,
  ResolvedItem,
} from '../../workflow/definition/definition.ts';
import type { Limit, MaterialRule, Source } from '../../workflow/definition/vocabulary.ts';

/** A part of a published definition, with the whole for the names of what it refers to. */
interface PartOfProcedure {
  readonly definition: Definition;
}

export interface StageOfProcedure extends PartOfProcedure {
  readonly stage: DefinitionStage;
}

export interface ItemOfProcedure extends PartOfProcedure {
  readonly item: ResolvedItem;
  readonly stage: DefinitionStage;
}

/** A limit of an item, or what a stage promises (a promise counts from the acceptance). */
export interface LimitOfProcedure extends PartOfProcedure {
  readonly limit: Omit<Limit, 'starts'> & Partial<Pick<Limit, 'starts'>>;
}

export interface DemandOfProcedure extends PartOfProcedure {
  readonly demand: MaterialRule;
}

/** Where a rule comes from: an instrument, or an estimate of ours that says so. */
export interface SourceView extends PartOfProcedure {
  readonly source: Source;
}
