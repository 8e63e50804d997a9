import { ITEM_COMMANDS } from '../support/item-commands.ts';
import { DossierOffice } from '../../src/application/dossiers/dossier-office.ts';
import type { Refusal } from '../../src/application/refusals.ts';
import type { DossierCommandType } from '../../src/domain/dossier/commands.ts';
import { nextActions, type NextActions, type Turn } from '../../src/domain/dossier/next-actions.ts';
import type { Dossier, ItemState } from '../../src/domain/dossier/state.ts';
import type { Actor, PostKind } from '../../src/domain/post.ts';
import type { DepartmentId, ItemSlug, RequestId } from '../../src/kernel/ids.ts';
import type { TestOffice } from '../support/offices.ts';
import { examined, inputOf, type Act, type Scene, type Subject } from './acts.ts';
import { holderOf } from './city.ts';

/** Refusals that say: not now, or not you. What is offered must never meet one of them. */
const FOR_ORDER: ReadonlySet<Refusal['code']> = new Set([
  'item-not-in-step',
  'dossier-not-in-status',
  'stage-items-open',
  'stages-open',
  'outside-authority',
  'post-not-held',
] as const);

const INTAKE_COMMANDS: readonly DossierCommandType[] = [
  'TellCorrections',
  'SupplyCorrections',
  'AcceptApplication',
  'RefuseAcceptance',
];
const POSTS: readonly PostKind[] = ['window', 'handler', 'reviewer', 'approver'];

const TRIAL = 'a-mere-trial' as RequestId;

class Accepted extends Error {}

/** An office that goes the whole way of a command and stops short of writing. */
export function tryingOffice(office: TestOffice): DossierOffice {
  const append = (): Promise<never> => Promise.reject(new Accepted());
  return new DossierOffice({ ...office, store: { ...office.store, append } });
}

/** A dossier in front of an office that only tries. */
export interface Trial {
  readonly scene: Scene;
  readonly trying: DossierOffice;
}

/** What is said to be next and yet refused for order or authority, each tried by one it is said to. */
export async function refusedOffers({ scene, trying }: Trial): Promise<readonly string[]> {
  const { dossier, procedure, random } = scene;
  const wrong: string[] = [];
  for (const offer of offersIn(nextActions(dossier, procedure))) {
    const { type, turn, about } = offer;
    const actor = holderOf(random.oneOf(turn.posts), turn.department, random);
    const input = inputOf(type, subjectOf(offer, scene), scene);
    const refusal = await tried(trying, dossier, { actor, input });
    if (refusal !== undefined && FOR_ORDER.has(refusal.code)) {
      wrong.push(`${type} ${JSON.stringify(about)} is offered and refused: ${refusal.code}`);
    }
  }
  return wrong;
}

/** What is taken of somebody and was not offered: everybody near one item tries everything. */
export async function unofferedActs({ scene, trying }: Trial): Promise<readonly string[]> {
  const { dossier, procedure, random } = scene;
  const actions = nextActions(dossier, procedure);
  const item = random.oneOf(Object.values(dossier.items));
  const wrong: string[] = [];
  for (const actor of neighbours(item.department, scene)) {
    for (const { type, about, subject } of everythingAbout(item, dossier)) {
      if (isOffered(type, about, actor, actions)) continue;
      const input = inputOf(type, subject, scene);
      if ((await tried(trying, dossier, { actor, input })) === undefined) {
        wrong.push(`${type} ${JSON.stringify(subject)} is taken of ${actor.post}, not offered`);
      }
    }
  }
  return wrong;
}

function everythingAbout({ item, stage }: ItemState, dossier: Dossier) {
  const ofItem = ITEM_COMMANDS.map((type) => ({
    type,
    about: { item },
    subject: { item, stage, intake: 1 },
  }));
  const ofIntakes = dossier.intakes.flatMap(({ intake }) =>
    INTAKE_COMMANDS.map((type) => ({
      type,
      about: { intake },
      subject: { item: examined(intake, dossier)[0] ?? item, stage, intake },
    })),
  );
  return [...ofItem, ...ofIntakes];
}

interface Offer {
  readonly type: DossierCommandType;
  readonly turn: Turn;
  readonly about: { readonly item?: string; readonly stage?: string; readonly intake?: number };
  /** What an application may be submitted for. */
  readonly items: readonly string[];
}

function offersIn(actions: NextActions): readonly Offer[] {
  return actions.flatMap((action) => {
    const turns = action.about === 'item' ? [...action.turns, ...action.exits] : action.turns;
    const about = {
      ...('item' in action && { item: action.item }),
      ...('stage' in action && { stage: action.stage }),
      ...('intake' in action && { intake: action.intake }),
    };
    const items = action.about === 'stage' ? action.items : [];
    return turns.flatMap((turn) => turn.commands.map((type) => ({ type, turn, about, items })));
  });
}

function isOffered(
  type: DossierCommandType,
  { item, intake }: Offer['about'],
  { post, department }: Actor,
  actions: NextActions,
): boolean {
  return offersIn(actions).some(
    ({ type: offered, turn, about }) =>
      offered === type &&
      (item === undefined || about.item === item) &&
      (intake === undefined || about.intake === intake) &&
      turn.posts.includes(post) &&
      turn.department === department,
  );
}

async function tried(
  trying: DossierOffice,
  { number }: Dossier,
  act: Act,
): Promise<Refusal | undefined> {
  try {
    const outcome = await trying.handle(number, { requestId: TRIAL, ...act });
    return outcome.ok ? undefined : outcome.error;
  } catch (error) {
    if (error instanceof Accepted) return undefined;
    throw error;
  }
}

function subjectOf({ about, items }: Offer, scene: Scene): Subject {
  const ofIntake = about.intake === undefined ? [] : examined(about.intake, scene.dossier);
  const possible = [...(about.item ? [about.item] : []), ...items, ...ofIntake];
  const item = scene.random.oneOf(
    possible.length > 0 ? possible : Object.keys(scene.dossier.items),
  );
  const { intake = 1 } = scene.dossier.items[item as ItemSlug] ?? {};
  return { item, stage: '', intake, ...about };
}

/** The agent, everybody of the item's department, and the counters of the stages. */
function neighbours(department: DepartmentId | undefined, { dossier, random }: Scene): Actor[] {
  const leads = Object.values(dossier.stages).flatMap(({ lead }) => lead ?? []);
  const own = department === undefined ? [] : POSTS.map((post) => ({ post, department }));
  const counters = leads.map((lead) => ({ post: 'window' as const, department: lead }));
  return [
    holderOf('agent', undefined, random),
    ...[...own, ...counters].map(({ post, department: at }) => holderOf(post, at, random)),
  ];
}
