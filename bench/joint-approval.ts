// (a) The joint approval by the production path against the bare floor, in one run:
// `node bench/joint-approval.ts`. The two take turns; medians of five rounds, smallest and largest.
import { inTemporaryFolder } from './joint-approval/bench-house.ts';
import { measureJointApproval, type MeasuredApproval } from './joint-approval/measure.ts';
import { runFloor, type FloorResult } from './floor.ts';
import { median, spread } from './medians.ts';

const ROUNDS = 5;
const LOADS = [
  { dossiersInFlight: 1, dossiers: 30 },
  { dossiersInFlight: 16, dossiers: 320 },
  { dossiersInFlight: 64, dossiers: 960 },
];

const perSecond = (one: FloorResult): number => (one.commands / one.wallMs) * 1_000;
const cpuPerCommand = (one: FloorResult): number => one.cpuUs / one.commands;

function rowOf(results: readonly FloorResult[]) {
  return {
    'commands/s': spread(results.map(perSecond)),
    'CPU µs/command': spread(results.map(cpuPerCommand), 1),
    'p50 µs': median(results.map((one) => one.p50Us)),
    'p99 µs': median(results.map((one) => one.p99Us)),
    'bytes/dossier': median(results.map((one) => one.bytesPerDossier)),
  };
}

for (const load of LOADS) {
  const floor: FloorResult[] = [];
  const approval: MeasuredApproval[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const measured = await inTemporaryFolder((folder) => measureJointApproval(folder, load));
    approval.push(measured);
    const { events } = measured;
    floor.push(await inTemporaryFolder((folder) => runFloor({ ...load, folder, events })));
  }
  console.log(
    `${load.dossiersInFlight} dossiers in flight, ${load.dossiers} dossiers of 38 commands`,
  );
  console.table({ floor: rowOf(floor), countersign: rowOf(approval) });
  const ratio = median(
    approval.map((one, round) => perSecond(one) / perSecond(floor[round] ?? one)),
  );
  const cpu = median(
    approval.map((one, round) => cpuPerCommand(one) / cpuPerCommand(floor[round] ?? one)),
  );
  console.log(
    `countersign / floor: ${ratio.toFixed(2)} of the commands, ${cpu.toFixed(2)} × the CPU\n`,
  );
}
