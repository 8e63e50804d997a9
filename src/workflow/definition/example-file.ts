import { z } from 'zod';
import { fieldName, slug, text } from './vocabulary.ts';

/** One item or several, done one after the other. */
const items = z.union([slug, z.array(slug).min(1)]);
/** The step must be refused by the office's rules with this code, e.g. `stage-items-open`. */
const refused = { refused: z.string().min(1).exactOptional() };

/**
 * What happens next. Whoever is needed acts, as the definition says; a step goes from where an
 * item stands to where it is sent, by the shortest way its own machine allows.
 */
const exampleStep = z.union([
  /** One form and one set of materials for all items of a stage that can be applied for. */
  z.strictObject({ apply: slug, only: items.exactOptional(), ...refused }),
  /** A department finds something to correct, it is told once, and the applicant supplies it. */
  z.strictObject({ correct: items, ...refused }),
  /** A department that is asked for its opinion disagrees; a later approval overrides it. */
  z.strictObject({
    disagree: z.strictObject({ item: slug, department: slug }),
    ...refused,
  }),
  /** To the end, with paper and service; where prerequisites are missing, as far as it can go. */
  z.strictObject({ approve: items, ...refused }),
  z.strictObject({ reject: items, ...refused }),
  z.strictObject({ 'not-accept': items, ...refused }),
  z.strictObject({ return: items, ...refused }),
  z.strictObject({ withdraw: items, ...refused }),
  z.strictObject({ drop: items, ...refused }),
  z.strictObject({ add: items, ...refused }),
  /** External items: the milestone comes, or will not come. */
  z.strictObject({ reach: items, ...refused }),
  z.strictObject({ fail: items, ...refused }),
  /** Everything due by the end of the stage is applied for and approved, and the stage concluded. */
  z.strictObject({ finish: slug, ...refused }),
  z.strictObject({ conclude: slug, ...refused }),
  z.strictObject({ end: z.enum(['concluded', 'abandoned']), ...refused }),
]);

/** `workflows/<procedure>/examples/*.yaml`: a worked example, replayed by the check. */
export const exampleFile = z.strictObject({
  title: text,
  answers: z.record(fieldName, z.union([z.string(), z.number(), z.boolean()])),
  steps: z.array(exampleStep).min(1),
  /** Items that are not named are not looked at. */
  expect: z.strictObject({
    items: z
      .record(
        slug,
        z.enum([
          'approved',
          'rejected',
          'not-accepted',
          'returned',
          'withdrawn',
          'dropped',
          'reached',
          'failed',
          'open',
        ]),
      )
      .default({}),
    stages: z.record(slug, z.enum(['approved', 'rejected', 'open'])).default({}),
    dossier: z.enum(['approved', 'rejected', 'abandoned', 'open']),
  }),
});

export type ExampleFile = z.infer<typeof exampleFile>;
export type ExampleStep = ExampleFile['steps'][number];
