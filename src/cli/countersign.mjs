#!/usr/bin/env node
// The one file an old Node can read: it either hands over or says in a sentence what is missing.
const NEEDED = 26;
const found = Number(process.versions.node.split('.')[0]);
if (found < NEEDED) {
  console.error(
    `countersign 需要 Node ${NEEDED}，当前为 ${process.versions.node}。请在项目目录运行“npm ci”，` +
      `再用“npm exec -- countersign …”，项目自带所需的 Node。\n` +
      `countersign needs Node ${NEEDED}, this is ${process.versions.node}. Run "npm ci" in the project folder and ` +
      `then "npm exec -- countersign …": the project brings its own Node.`,
  );
  process.exit(1);
}
// Types are taken off and code is compiled once, and kept where only who installed it can write.
const { enableCompileCache } = await import('node:module');
const { fileURLToPath } = await import('node:url');
enableCompileCache(
  fileURLToPath(new URL('../../node_modules/.cache/countersign', import.meta.url)),
);
const { main } = await import('./main.ts');
await main(process.argv);
