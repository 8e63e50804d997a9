// (a, once more) The joint approval through GraphQL over HTTP with keep-alive, the server a process
// of its own whose CPU is counted alone: `node bench/http.ts`.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { runDossierLoad, type LoadOptions } from './dossier-load.ts';
import { BenchClient, type Server } from './http/client.ts';
import { inTemporaryFolder } from './joint-approval/bench-house.ts';
import { JOINT_APPROVAL, OPENING, playedDossier } from './joint-approval/play.ts';
import { median, spread } from './medians.ts';

const ROUNDS = 5;
const WARMING: LoadOptions = { dossiersInFlight: 16, dossiers: 64 };
const LOADS: readonly LoadOptions[] = [
  { dossiersInFlight: 1, dossiers: 20 },
  { dossiersInFlight: 16, dossiers: 80 },
  { dossiersInFlight: 64, dossiers: 192 },
];
const ALL = WARMING.dossiers + LOADS.reduce((sum, { dossiers }) => sum + dossiers, 0) * ROUNDS;

async function cpuUs(server: ChildProcess): Promise<number> {
  const answer = once(server, 'message');
  server.send('cpu');
  const [{ cpu }] = (await answer) as [{ cpu: NodeJS.CpuUsage }];
  return cpu.user + cpu.system;
}

await inTemporaryFolder(async (folder) => {
  const program = new URL('http/server-process.ts', import.meta.url);
  const server = fork(program, [folder, String(ALL)]);
  const [where] = (await once(server, 'message')) as [Server];
  let begun = 0;
  const run = async (load: LoadOptions) => {
    const client = new BenchClient(where, load.dossiersInFlight);
    const cpuBefore = await cpuUs(server);
    const result = await runDossierLoad(load, () => {
      const number = begun++;
      const dossier = playedDossier('bench', number);
      return async (step) => {
        const played = JOINT_APPROVAL[step];
        const requestId = `bench.${number}.${OPENING.length + step}`;
        if (played) await client.play(dossier, requestId, played);
      };
    });
    client.close();
    return { ...result, serverUs: ((await cpuUs(server)) - cpuBefore) / result.commands };
  };
  await run(WARMING);
  const rows: Record<string, object> = {};
  for (const load of LOADS) {
    const results = [];
    for (let round = 0; round < ROUNDS; round += 1) results.push(await run(load));
    rows[`${load.dossiersInFlight} in flight`] = {
      'commands/s': spread(results.map((one) => (one.commands / one.wallMs) * 1_000)),
      'server CPU µs/command': spread(results.map((one) => one.serverUs)),
      'p50 µs': median(results.map((one) => one.p50Us)),
      'p99 µs': median(results.map((one) => one.p99Us)),
    };
  }
  console.log('GraphQL over HTTP, keep-alive (client on the same two cores)');
  console.table(rows);
  server.send('stop');
  await once(server, 'exit');
});
