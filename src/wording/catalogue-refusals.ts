import type { CatalogueRefusal } from '../domain/catalogue/catalogue.ts';
import type { FactsOf, Wording } from './voice.ts';

/** Refusals about publishing procedures. */
export const CATALOGUE_REFUSALS: Wording<FactsOf<CatalogueRefusal>> = {
  'procedure-version-published': ({ procedure, version }, zh, en) => ({
    zh: `流程${zh.name('procedure', procedure)}第 ${version} 版已以不同内容发布，已发布的版本不能更改。请以新的版本号发布。`,
    en: `Version ${version} of procedure ${en.name('procedure', procedure)} has been published with other content, and a published version never changes. Publish it under a new version number.`,
  }),
  'procedure-version-not-next': ({ procedure, version, latest }, zh, en) => ({
    zh: `流程${zh.name('procedure', procedure)}的第 ${version} 版不新于已发布的第 ${latest} 版。请使用大于 ${latest} 的版本号。`,
    en: `Version ${version} of procedure ${en.name('procedure', procedure)} is not newer than the published version ${latest}. Use a version number above ${latest}.`,
  }),
};
