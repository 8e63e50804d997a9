import { SERVICE_LABELS } from '../../wording/labels.ts';
import { PAPER_KIND_LABELS } from '../../wording/matter-labels.ts';
import type { ApiBuilder } from '../builder.ts';
import { SHORT_LIST } from '../price.ts';
import { labelled, named } from '../views/label.ts';

/** What comes in (materials) and what goes out (papers). */
export function addDossierPapers(builder: ApiBuilder): void {
  builder.objectType('Material', {
    description: '材料：各部门共用一份。 One paper for all departments that ask for it.',
    fields: (t) => ({
      material: t.field({
        type: 'Label',
        resolve: ({ material, view }) =>
          named(material, view.procedure.names.materials.get(material)),
      }),
      required: t.boolean({ resolve: ({ required }) => required }),
      askedBy: t.stringList({ complexity: SHORT_LIST, resolve: ({ askedBy }) => [...askedBy] }),
      attachments: t.field({
        type: ['Attachment'],
        complexity: SHORT_LIST,
        resolve: ({ attachments }) => attachments,
      }),
    }),
  });
  builder.objectType('Attachment', {
    description: '文件：GET /dossiers/<编号>/attachments/<hash> 下载。 Download it there.',
    fields: (t) => ({
      hash: t.exposeString('hash'),
      fileName: t.exposeString('fileName'),
      mediaType: t.exposeString('mediaType'),
      sizeBytes: t.exposeInt('sizeBytes'),
    }),
  });
  builder.objectType('Paper', {
    description: '文书。 A numbered paper that the office put out.',
    fields: (t) => ({
      number: t.exposeString('number'),
      kind: t.field({ type: 'Label', resolve: ({ kind }) => labelled(kind, PAPER_KIND_LABELS) }),
      issuedAt: t.expose('issuedAt', { type: 'Instant' }),
      intake: t.int({ nullable: true, resolve: ({ intake }) => intake }),
      item: t.string({ nullable: true, resolve: ({ item }) => item }),
      title: t.string({ nullable: true, resolve: ({ title }) => title }),
      validUntil: t.field({
        type: 'Day',
        nullable: true,
        resolve: ({ validUntil }) => validUntil,
      }),
      servedOn: t.field({
        type: 'Day',
        nullable: true,
        resolve: ({ service }) => service?.servedOn,
      }),
      servedBy: t.field({
        type: 'Label',
        nullable: true,
        resolve: ({ service }) => service && labelled(service.manner, SERVICE_LABELS),
      }),
      servedProof: t.string({ nullable: true, resolve: ({ service }) => service?.proof }),
    }),
  });
}
