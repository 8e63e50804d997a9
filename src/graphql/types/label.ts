import type { ApiBuilder } from '../builder.ts';

/** Codes and names in both languages. */
export function addLabels(builder: ApiBuilder): void {
  builder.objectType('Label', {
    description: '代码及其中英文名称。 A code with what it is called.',
    fields: (t) => ({
      code: t.exposeString('code'),
      zh: t.exposeString('zh'),
      en: t.exposeString('en'),
    }),
  });
  builder.objectType('Words', {
    description: '中英文文字。 The same in both languages.',
    fields: (t) => ({ zh: t.exposeString('zh'), en: t.exposeString('en') }),
  });
}
