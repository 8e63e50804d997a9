/** A query to begin with, and as whom. */
export interface FirstQuery {
  readonly zh: string;
  readonly en: string;
  readonly person: string;
  readonly query: string;
}

/** What to try first. The dossier's number follows from its opening request, so it is always that. */
export const FIRST_QUERIES: readonly FirstQuery[] = [
  {
    zh: '代办员手里的项目件，轮到谁',
    en: "an agent's dossiers, and whose turn it is",
    person: 'agent-zhou',
    query:
      '{ agentDesk { edges { node { number projectName status { zh } turns { department { name { zh } } matters } } } } }',
  },
  {
    zh: '部门收件箱',
    en: "a department's inbox",
    person: 'gardens.handler',
    query:
      '{ inbox(department: "331100-gardens") { edges { node { projectName about { zh } subject since } } } }',
  },
  {
    zh: '一件并联审批的全貌',
    en: 'a joint approval, item by item',
    person: 'auditor',
    query:
      '{ dossier(dossier: "331100-G9N5A-JJXK6") { projectName items { name { zh } department { name { zh } } step { zh } opinions { department { name { zh } } answer { zh } } } } }',
  },
];

/** What the newcomer reads when the demo serves: where it is, how to sign in, what to try. */
export function welcome(url: string, data: string): string {
  const queries = FIRST_QUERIES.map(
    ({ zh, en, person, query }, index) =>
      `  ${index + 1}  ${zh} · ${en} (${person})\n     ${query}`,
  );
  return [
    '',
    `会签 Countersign 演示 · demo    ${url}/graphql`,
    '',
    `数据 data      ${data}（再次启动接着上次继续 · the next start goes on from here）`,
    `人员 people    curl -s ${url}/demo/people`,
    `令牌 a token   curl -s ${url}/demo/token -H 'content-type: application/json' -d '{"person":"agent-zhou"}'`,
    '',
    '在浏览器打开第一行的网址，把令牌填入 Headers · open the first address in a browser and put the token into "Headers":',
    '  { "authorization": "Bearer <token>" }',
    '',
    '可以试试 · to begin with:',
    ...queries,
    '',
    'Ctrl+C 停止 stops it · npm run demo 看各部门同时办完四个阶段 shows departments at work side by side',
    '',
  ].join('\n');
}
