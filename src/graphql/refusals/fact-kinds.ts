/** How a fact of a refusal appears in the API; `?` where it may be absent. */
export type FactKind = 'text' | 'text?' | 'texts' | 'number';

type KindOf<Value> = Value extends number
  ? 'number'
  : Value extends readonly string[]
    ? 'texts'
    : 'text';

/** For every code, every fact with its kind: total, so that a new fact cannot be forgotten. */
export type KindsOf<Facts> = {
  readonly [Code in keyof Facts]: {
    readonly [Name in keyof Required<Facts[Code]>]: undefined extends Facts[Code][Name &
      keyof Facts[Code]]
      ? `${KindOf<NonNullable<Facts[Code][Name & keyof Facts[Code]]>>}?`
      : KindOf<Facts[Code][Name & keyof Facts[Code]]>;
  };
};
