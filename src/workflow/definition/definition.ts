import { z } from 'zod';
import { catalogueItem, instrument, material } from './catalogue.ts';
import { procedureFile, stage } from './procedure-file.ts';
import { expression, promise, slug, text } from './vocabulary.ts';

/** A catalogue item with what the procedure overrides already applied. */
export const resolvedItem = catalogueItem
  .omit({ steps: true })
  .extend({ steps: catalogueItem.shape.steps.unwrap() })
  .extend({
    when: expression.exactOptional(),
    needs: expression.exactOptional(),
    dueBy: slug,
    promise: promise.exactOptional(),
  });

/**
 * What is published: a procedure with everything it refers to inside it, so that nothing outside
 * can change it. Its canonical JSON is hashed and pinned by each dossier.
 */
export const definition = procedureFile.omit({ stages: true }).extend({
  stages: z.array(stage.omit({ items: true }).extend({ items: z.array(resolvedItem).min(1) })),
  departments: z.array(z.strictObject({ department: slug, name: text })),
  instruments: z.array(instrument),
  materials: z.array(material),
});

export type ResolvedItem = z.infer<typeof resolvedItem>;
export type Definition = z.infer<typeof definition>;
export type DefinitionStage = Definition['stages'][number];
