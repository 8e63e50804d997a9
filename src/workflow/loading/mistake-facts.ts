/** What the loader may find wrong with a file before any rule is asked. */
export interface LoadingFacts {
  'folder-missing': { readonly folder: string };
  'file-missing': { readonly file: string };
  'file-unreadable': { readonly problem: string };
  'file-too-large': { readonly bytes: number; readonly bytesMax: number };
  'file-not-utf8': NoFacts;
  'file-unexpected': NoFacts;
  'file-name-differs': { readonly slug: string; readonly expected: string };
  'yaml-syntax': { readonly problem: string; readonly detail: string };
  'yaml-too-deep': { readonly levelsMax: number };
  'yaml-alias': { readonly alias: string };
  'key-duplicate': { readonly key: string };
  'key-missing': { readonly key: string };
  'key-unknown': { readonly key: string };
  'value-of-wrong-type': { readonly expected: string; readonly found: string };
  'value-not-allowed': { readonly allowed: readonly string[]; readonly found: string };
  'value-malformed': { readonly expected: string; readonly found: string };
  'value-too-small': { readonly minimum: number; readonly what: string };
  'value-too-large': { readonly maximum: number; readonly what: string };
  'no-form-fits': { readonly forms: readonly string[] };
  'instrument-required': { readonly what: string };
}

/** What is wrong with names and references, found while a definition is put together. */
export interface ReferenceFacts {
  'slug-duplicate': { readonly slug: string; readonly firstLine: number };
  'department-unknown': { readonly department: string };
  'instrument-unknown': { readonly instrument: string };
  'material-unknown': { readonly material: string };
  'item-unknown': { readonly item: string };
  'stage-unknown': { readonly stage: string };
  'parameter-unknown': { readonly parameter: string };
}

/** What the rules of `checking` find wrong in a definition whose names and references are right. */
export interface RuleFacts {
  'expression-malformed': { readonly expression: string; readonly detail: string };
  'expression-of-wrong-type': { readonly expression: string; readonly detail: string };
  'expression-not-allowed': { readonly construct: string };
  'question-unknown': { readonly question: string };
  'question-later': { readonly question: string };
  'option-unknown': { readonly option: string };
  'item-not-in-procedure': { readonly item: string };
  'instrument-not-in-force': {
    readonly instrument: string;
    readonly day: string;
    readonly validFrom: string;
    /** Empty while no last day is known. */
    readonly validTo: string;
  };
  'external-item-has-officers': { readonly item: string; readonly key: string };
  'department-missing': { readonly item: string };
  'approve-step-missing': { readonly item: string };
  'steps-out-of-order': { readonly item: string; readonly step: string };
  'opinions-missing': { readonly item: string };
  'opinion-of-own-department': { readonly item: string; readonly department: string };
  'limit-missing': { readonly item: string };
  'due-before-own-stage': {
    readonly item: string;
    readonly stage: string;
    readonly dueBy: string;
  };
  'transition-state-unknown': { readonly item: string; readonly state: string };
  'transition-signal-unknown': { readonly item: string; readonly signal: string };
  'transition-from-an-ending': { readonly item: string; readonly state: string };
  'transition-absent': { readonly item: string; readonly state: string; readonly signal: string };
  'state-unreachable': { readonly item: string; readonly state: string };
  'state-without-way-out': { readonly item: string; readonly state: string };
  'ending-unreachable': { readonly item: string; readonly ending: string };
  'promise-over-statutory': {
    readonly item: string;
    readonly promised: number;
    readonly statutory: number;
    readonly unit: string;
    readonly statutoryUnit: string;
  };
  'prerequisites-circular': {
    readonly items: readonly string[];
    readonly combination: Combination;
  };
  'prerequisites-unmeetable': {
    readonly item: string;
    /** Needed items that do not apply, or that are due only after the item is. */
    readonly missing: readonly string[];
    readonly combination: Combination;
  };
  'prerequisites-not-growing': { readonly item: string; readonly needed: string };
  'stage-without-due-items': { readonly stage: string };
  'stage-ending-unreachable': { readonly stage: string; readonly ending: string };
  'promise-exceeded': {
    /** From the stage with which the path begins to the one by whose end it is due. */
    readonly stages: readonly string[];
    readonly days: number;
    readonly promise: number;
    readonly unit: string;
    /** Each item of the path with its days. */
    readonly path: readonly string[];
    readonly combination: Combination;
  };
  'units-not-comparable': {
    readonly item: string;
    readonly unit: string;
    readonly stage: string;
    readonly stageUnit: string;
  };
  'target-exceeded': { readonly sum: number; readonly target: number; readonly unit: string };
  'target-not-comparable': {
    readonly stage: string;
    readonly unit: string;
    readonly targetUnit: string;
  };
  'combinations-too-many': { readonly questions: readonly string[]; readonly triedMax: number };
  'comparison-not-tried': { readonly expression: string; readonly questions: readonly string[] };
  'item-never-applies': { readonly item: string };
  'eligibility-unsatisfiable': NoFacts;
  'department-unused': { readonly department: string };
  'instrument-unused': { readonly instrument: string };
  'material-unused': { readonly material: string };
  'item-unused': { readonly item: string };
}

/** What replaying the worked examples shows. */
export interface ExampleFacts {
  'example-form-refused': {
    readonly refusal: string;
    readonly detail: readonly string[];
  };
  'example-answer-wrong': { readonly question: string; readonly problem: string };
  'example-step-refused': {
    readonly command: string;
    readonly refusal: string;
    readonly detail: readonly string[];
  };
  /** No way of the item's machine leads from the state to where the step sends it. */
  'example-step-impossible': { readonly item: string; readonly state: string };
  'example-step-not-refused': { readonly refusal: string };
  'example-stage-stuck': { readonly stage: string; readonly items: readonly string[] };
  'example-outcome-differs': {
    readonly of: string;
    readonly expected: string;
    readonly found: string;
  };
  'example-item-ending-missing': { readonly kind: string; readonly ending: string };
  'example-stage-ending-missing': { readonly stage: string; readonly ending: string };
  'example-dossier-ending-missing': { readonly ending: string };
}

/** Facts by code: text, numbers and lists of text only. */
export interface MistakeFacts extends LoadingFacts, ReferenceFacts, RuleFacts, ExampleFacts {}

/** Answers under which a mistake shows: `floorArea = 5000`; empty where it shows always. */
type Combination = readonly string[];

type NoFacts = Readonly<Record<string, never>>;
