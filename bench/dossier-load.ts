/** Commands of one joint approval: 12 departments × accept, review, sign off, + submit, conclude. */
export const COMMANDS_PER_DOSSIER = 38;

export interface LoadOptions {
  /** How many dossiers are worked on at once; each awaits a command before its next. */
  readonly dossiersInFlight: number;
  readonly dossiers: number;
}

export interface LoadResult {
  readonly commands: number;
  readonly wallMs: number;
  /** CPU of the whole process, user and system, for all commands together. */
  readonly cpuUs: number;
  /** From handing in a command to its acknowledgement. */
  readonly p50Us: number;
  readonly p99Us: number;
}

/** One dossier's life: `command(step)` for each step, and nothing between them. */
export type StartDossier = (dossier: number) => (step: number) => Promise<unknown>;

/** Drives dossiers through all their commands and measures time and CPU. */
export async function runDossierLoad(
  { dossiersInFlight, dossiers }: LoadOptions,
  start: StartDossier,
): Promise<LoadResult> {
  const commands = dossiers * COMMANDS_PER_DOSSIER;
  const latencies = new Float64Array(commands);
  let begun = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    while (begun < dossiers) {
      const command = start(begun++);
      for (let step = 0; step < COMMANDS_PER_DOSSIER; step += 1) {
        const from = performance.now();
        await command(step);
        latencies[done++] = performance.now() - from;
      }
    }
  };
  const cpu = process.cpuUsage();
  const from = performance.now();
  await Promise.all(Array.from({ length: dossiersInFlight }, work));
  const wallMs = performance.now() - from;
  const { user, system } = process.cpuUsage(cpu);
  latencies.sort();
  const percentile = (share: number): number =>
    Math.round((latencies[Math.floor(share * (commands - 1))] ?? 0) * 1_000);
  return {
    commands,
    wallMs,
    cpuUs: user + system,
    p50Us: percentile(0.5),
    p99Us: percentile(0.99),
  };
}
