import { INVESTOR_KIND_LABELS } from '../../wording/matter-labels.ts';
import type { ApiBuilder } from '../builder.ts';
import { labelled } from '../views/label.ts';

/** Whose project it is, and whom to call about it. */
export function addInvestor(builder: ApiBuilder): void {
  builder.objectType('Investor', {
    description: '项目单位。 Whose project it is.',
    fields: (t) => ({
      name: t.string({ resolve: ({ investor }) => investor.name }),
      kind: t.field({
        type: 'Label',
        resolve: ({ investor }) => labelled(investor.kind, INVESTOR_KIND_LABELS),
      }),
      creditCode: t.string({ nullable: true, resolve: ({ investor }) => investor.creditCode }),
      contact: t.field({
        type: 'Contact',
        nullable: true,
        description: '联系人；无权查看者为空。 Null for viewers whose work does not need it.',
        resolve: ({ investor, view }) => (view.knowsContact ? investor.contact : null),
      }),
    }),
  });
  builder.objectType('Contact', {
    description: '联系人，加密保存，可依法删除。 Kept sealed; may be erased by law.',
    fields: (t) => ({
      erased: t.boolean({ resolve: (contact) => 'erased' in contact }),
      name: t.string({
        nullable: true,
        resolve: (contact) => ('value' in contact ? contact.value.name : null),
      }),
      phone: t.string({
        nullable: true,
        resolve: (contact) => ('value' in contact ? contact.value.phone : null),
      }),
      idNumber: t.string({
        nullable: true,
        resolve: (contact) => ('value' in contact ? contact.value.idNumber : null),
      }),
    }),
  });
}
