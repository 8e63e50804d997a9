import { own } from '../../../domain/dossier/own.ts';
import type { DossierCommandType } from '../../../domain/dossier/commands.ts';
import type { ItemSlug, MaterialSlug, StageSlug } from '../../../kernel/ids.ts';
import type { Deed, Move, Occasion } from './move.ts';
import { incidentOf, type Script } from './script.ts';
import { holdsIn, type SeenStageAction, type Sight } from './sight.ts';

/** What the agent can do for the applicant now. */
export function agentMoves(sight: Sight, script: Script, occasion: Occasion): readonly Move[] {
  if (sight.isFormEmpty) {
    return [move('FillForm', { type: 'FillForm', answers: script.answers })];
  }
  return [
    ...coding(sight, script),
    ...sight.next.flatMap((action) =>
      action.about === 'stage' ? applying(action, sight, script) : [],
    ),
    ...correcting(sight, script),
    ...milestones(sight, script, occasion),
  ];
}

function move(key: string, deed: Deed): Move {
  return { key, by: { post: 'agent' }, deed };
}

function coding({ next }: Sight, { projectCode }: Script): readonly Move[] {
  const isMissing = next.some(
    ({ about, ...action }) => about === 'dossier' && offers(action, 'AssignProjectCode'),
  );
  return isMissing && projectCode !== undefined
    ? [move('AssignProjectCode', { type: 'AssignProjectCode', projectCode })]
    : [];
}

function offers(
  action: Partial<Pick<Sight['next'][number], 'turns'>>,
  command: DossierCommandType,
): boolean {
  return (
    action.turns?.some(({ of, commands }) => of === 'agency' && commands.includes(command)) === true
  );
}

/** Papers first, then a look in advance where that is wanted, then the application. */
function applying(action: SeenStageAction, sight: Sight, script: Script): readonly Move[] {
  const { stage, items } = action;
  const conditions = own(script.applications, stage);
  if (conditions === undefined || !offers(action, 'SubmitApplication')) return [];
  if (!conditions.every((condition) => holdsIn(sight, condition))) return [];
  const wanted = items.filter((item) => isWorthwhile(item, sight, script));
  if (wanted.length === 0) return [];
  const papers = [
    ...missingPapers(action, sight, script),
    ...wanted.flatMap((item) => betterPaper(item, sight, script)),
  ];
  if (papers.length > 0) return papers;
  if (script.preReviews.includes(stage) && own(sight.stages, stage)?.preReviewRequested === false) {
    return [move(`RequestPreReview.${stage}`, { type: 'RequestPreReview', stage })];
  }
  const key = `SubmitApplication.${sight.intakes.length + 1}`;
  return [move(key, { type: 'SubmitApplication', stage, items: wanted })];
}

/** What was rejected is applied for again only with something better in hand. */
function isWorthwhile(item: ItemSlug, { items }: Sight, script: Script): boolean {
  const ending = own(items, item)?.ending;
  return ending === undefined || incidentOf(script, 'rejection', item)?.again !== undefined;
}

function missingPapers(
  { stage, missingMaterials }: SeenStageAction,
  { materials }: Sight,
  script: Script,
): readonly Move[] {
  const papers = papersOf(script, stage);
  const asked = missingMaterials.map((material) => {
    const name = own(script.names, material) ?? material;
    return [material, own(papers, material) ?? `${name}.pdf`] as const;
  });
  return [...new Map([...Object.entries(papers), ...asked])]
    .filter(([material]) => (own(materials, material) ?? []).length === 0)
    .map(([material, fileName]) => attaching(material, fileName, 1));
}

function papersOf({ papers }: Script, stage: StageSlug): Readonly<Record<string, string>> {
  return own(papers, stage) ?? {};
}

function betterPaper(item: ItemSlug, { items, materials }: Sight, script: Script): readonly Move[] {
  const again = incidentOf(script, 'rejection', item)?.again;
  if (again === undefined || own(items, item)?.ending === undefined) return [];
  const files = own(materials, again.material) ?? [];
  if (files.includes(again.fileName)) return [];
  return [attaching(again.material, again.fileName, files.length + 1)];
}

function attaching(name: string, fileName: string, nth: number): Move {
  const material = name as MaterialSlug;
  return move(`AttachMaterial.${material}.${nth}`, { type: 'AttachMaterial', material, fileName });
}

/** What was told is put right in one go, each paper anew. */
function correcting(sight: Sight, script: Script): readonly Move[] {
  return sight.next.flatMap((action) => {
    if (action.about !== 'intake' || !offers(action, 'SupplyCorrections')) return [];
    const { intake } = action;
    const told = sight.intakes.find((one) => one.intake === intake)?.noted ?? {};
    const corrected = new Set(
      Object.values(told).flatMap((corrections) => corrections.map(({ material }) => material)),
    );
    const papers = [...corrected].flatMap((material) => correctedPaper(material, sight, script));
    if (papers.length > 0) return papers;
    return [move(`SupplyCorrections.${intake}`, { type: 'SupplyCorrections', intake })];
  });
}

const CORRECTED = '（补正）';

function correctedPaper(
  material: MaterialSlug,
  { materials }: Sight,
  { names }: Script,
): readonly Move[] {
  const files = own(materials, material) ?? [];
  if (files.some((fileName) => fileName.includes(CORRECTED))) return [];
  const name = own(names, material) ?? material;
  return [attaching(material, `${name}${CORRECTED}.pdf`, files.length + 1)];
}

function milestones(sight: Sight, script: Script, { today }: Occasion): readonly Move[] {
  return sight.next.flatMap((action) => {
    if (action.about !== 'item' || !offers(action, 'RecordMilestone')) return [];
    const { item } = action;
    const milestone = own(script.milestones, item);
    if (!milestone?.when.every((condition) => holdsIn(sight, condition))) return [];
    const { reference } = milestone;
    return [
      move(`RecordMilestone.${item}`, {
        type: 'RecordMilestone',
        item,
        reachedOn: today,
        reference,
      }),
    ];
  });
}
