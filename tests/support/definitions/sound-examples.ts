import type { SourceText } from '../../../src/workflow/loading/source-document.ts';

const ANSWERS = `answers:
  publicMoney: false
  area: 6000
  eiaKind: form
  landBy: contract
`;

/** Worked examples of the sound procedure that together reach every ending there is. */
const EXAMPLES: Readonly<Record<string, string>> = {
  'build/examples/granted.yaml': `title: { zh: 全部通过, en: Everything is granted }
${ANSWERS}steps:
  - correct: eia
  - disagree: { item: design, department: ecology }
  - finish: start
  - conclude: works
    refused: stage-items-open
  - finish: works
  - end: concluded
expect:
  items: { design: approved, land: reached, permit: approved }
  stages: { start: approved, works: approved }
  dossier: approved
`,
  'build/examples/refused.yaml': `title: { zh: 屡次不成, en: Attempts that fail }
${ANSWERS}steps:
  - apply: start
    only: [filing, design]
  - withdraw: filing
  - return: filing
  - not-accept: filing
  - reject: filing
  - approve: filing
  - reach: land
  - withdraw: design
  - return: design
  - not-accept: design
  - reject: design
  - conclude: start
  - withdraw: eia
  - return: eia
  - not-accept: eia
  - drop: eia
  - drop: permit
  - end: concluded
expect:
  items: { design: rejected, eia: dropped }
  stages: { start: rejected, works: open }
  dossier: rejected
`,
  'build/examples/no-permit.yaml': `title: { zh: 不予许可, en: No permit }
answers:
  publicMoney: false
  area: 100
  eiaKind: none
  landBy: own
steps:
  - finish: start
  - reject: permit
  - conclude: works
  - end: concluded
expect:
  items: { permit: rejected }
  stages: { start: approved, works: rejected }
  dossier: rejected
`,
  'build/examples/given-up.yaml': `title: { zh: 半途而废, en: Given up half way }
${ANSWERS}steps:
  - fail: land
  - add: land
  - drop: [land, filing, design]
  - end: abandoned
expect:
  items: { permit: open }
  dossier: abandoned
`,
};

export function soundExamples(): SourceText[] {
  return Object.entries(EXAMPLES).map(([file, text]) => ({ file, text }));
}
