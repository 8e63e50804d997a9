import type { Logger } from 'pino';
import type { DepartmentKind } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Sentence } from '../../wording/sentence.ts';
import type { Definition } from '../../workflow/definition/definition.ts';
import { openHouse, type House } from '../house.ts';
import { startServing, type Serving } from '../serving.ts';
import { wallClock } from '../wall-clock.ts';
import { createDemoIssuer, DEMO_AUDIENCE, DEMO_ISSUER } from './demo-issuer.ts';
import { DEMO_OUTSIDERS, demoPostsOf, type DemoPost } from './demo-people.ts';
import { demoRoutes } from './demo-routes.ts';
import { foundDemoOffice, type KnownDepartment } from './found-demo-office.ts';
import { publishBuiltIn } from './publish-built-in.ts';
import { seedDemo } from './seed-demo.ts';

export interface DemoOptions {
  readonly folder: string;
  /** The folder of definitions that are published at the start. */
  readonly workflows: string;
  /** An address of this machine alone; the caller sees to that. */
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly logger: Logger;
  /** Whether the demo's own dossiers are brought in. */
  readonly withDossiers: boolean;
}

export interface Demo {
  readonly house: House;
  readonly url: string;
  readonly people: readonly DemoPost[];
  stop(): Promise<void>;
}

/**
 * Opens the house, publishes the built-in procedures, founds the demo office, brings in its dossiers
 * and serves. All of it by ordinary commands that change nothing when they are given again.
 * @returns the demo, or what is wrong with the definitions
 * @throws what `openHouse` and `startServing` throw
 */
export async function openDemo(options: DemoOptions): Promise<Result<Demo, readonly Sentence[]>> {
  const house = await openHouse({ folder: options.folder, now: wallClock });
  try {
    const published = await publishBuiltIn(options.workflows, house);
    if (!published.ok) {
      await house.close();
      return published;
    }
    return ok(await inhabit(published.value, house, options));
  } catch (error) {
    await house.close();
    throw error;
  }
}

async function inhabit(
  definitions: readonly Definition[],
  house: House,
  options: DemoOptions,
): Promise<Demo> {
  const departments = departmentsOf(definitions);
  await foundDemoOffice(departments, house.reference);
  if (options.withDossiers) await seedDemo(options.workflows, house);
  const people = [
    ...DEMO_OUTSIDERS,
    ...departments.flatMap(({ department }) => demoPostsOf(department as DepartmentKind)),
  ];
  const serving = await serve(people, house, options);
  return {
    house,
    url: serving.url,
    people,
    async stop(): Promise<void> {
      await serving.stop();
      await house.close();
    },
  };
}

async function serve(
  people: readonly DemoPost[],
  house: House,
  { host, port, logger }: DemoOptions,
): Promise<Serving> {
  const issuer = await createDemoIssuer();
  const organisation = () => house.organisation.current();
  return startServing(house, {
    host,
    port,
    tokens: {
      jwks: issuer.jwks,
      issuer: DEMO_ISSUER,
      audience: DEMO_AUDIENCE,
      algorithms: ['EdDSA'],
    },
    logger,
    graphiql: true,
    routes: demoRoutes({ issuer, people, organisation }),
  });
}

/** Every kind of department that a procedure knows, each once, always in the same order. */
function departmentsOf(definitions: readonly Definition[]): readonly KnownDepartment[] {
  const known = new Map<string, KnownDepartment>();
  for (const { departments } of definitions) {
    for (const one of departments) known.set(one.department, one);
  }
  return [...known.values()].toSorted((one, other) => (one.department < other.department ? -1 : 1));
}
