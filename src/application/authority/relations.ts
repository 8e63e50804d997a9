import { own } from '../../domain/dossier/own.ts';
import type { Post } from '../../domain/organisation/state.ts';
import type { PostKind } from '../../domain/post.ts';
import type { DepartmentId, ItemSlug } from '../../kernel/ids.ts';
import { isKnownStage, leadOf, stageConcerned, type Matter } from './matter.ts';
import type { Relation } from './table.ts';

/** Someone who would act, and the item in question where the command touches several. */
export interface Standing {
  readonly matter: Matter;
  readonly post: Post;
  readonly item?: ItemSlug;
}

/**
 * Whether somebody stands in a relation: yes, no, or if the post is of one of these departments.
 * Where the command names what is not there (an unknown item, stage, intake) every relation holds,
 * so that the decider can refuse it with the reason that helps.
 */
type Holds = boolean | readonly DepartmentId[];

/** Posts that reach beyond a department: only somebody for the whole system gives and ends them. */
const BEYOND_DEPARTMENT: ReadonlySet<PostKind> = new Set([
  'agent',
  'supervisor',
  'auditor',
  'administrator',
]);

const RELATIONS: Readonly<Record<Relation, (standing: Standing) => Holds>> = {
  item: departmentOfItem,
  lead: leadOfStage,
  'any-lead': leadOfAnyStage,
  opinion: departmentsAsked,
  agency: ({ matter: { dossier }, post }) => !dossier || dossier.agent === post.person,
  opening: ({ matter: { command }, post }) =>
    command.type === 'OpenDossier' &&
    (command.agent === undefined || command.agent === post.person),
  anyone: () => true,
  'whole-system': ({ post }) => post.department === undefined,
  'own-department': departmentOfPost,
  office: () => false,
};

/** Whether the post stands in the relation to the matter. */
export function holds(relation: Relation, standing: Standing): boolean {
  const answer = RELATIONS[relation](standing);
  if (typeof answer === 'boolean') return answer;
  const { department } = standing.post;
  return department !== undefined && answer.includes(department);
}

/** The departments that stand in the relation; none where it is not one of departments. */
export function departmentsIn(relation: Relation, standing: Standing): readonly DepartmentId[] {
  const answer = RELATIONS[relation](standing);
  return typeof answer === 'boolean' ? [] : answer;
}

/** External items have no department of their own: the lead of their stage acts for them. */
function departmentOfItem(standing: Standing): Holds {
  const { matter } = standing;
  const item = stateOfItem(standing);
  if (!matter.dossier || !item) return true;
  return item.department === undefined ? leadOfStage(standing) : [item.department];
}

function leadOfStage({ matter, item }: Standing): Holds {
  const stage = stageConcerned(matter, item);
  if (stage === undefined || !isKnownStage(matter, stage)) return true;
  const lead = leadOf(matter, stage);
  return lead === undefined ? [] : [lead];
}

function leadOfAnyStage({ matter }: Standing): Holds {
  const { dossier, procedure } = matter;
  if (!dossier || !procedure) return true;
  return procedure.stages.flatMap(({ slug }) => leadOf(matter, slug) ?? []);
}

function departmentsAsked(standing: Standing): Holds {
  const item = stateOfItem(standing);
  return item ? (Object.keys(item.opinions) as DepartmentId[]) : true;
}

function departmentOfPost({ matter: { command, organisation } }: Standing): Holds {
  const post = command.type === 'EndPost' ? organisation.posts.get(command.post) : asPost(command);
  if (!post || BEYOND_DEPARTMENT.has(post.kind) || post.department === undefined) return false;
  return [post.department];
}

function asPost(
  command: Matter['command'],
): { readonly kind: PostKind; readonly department?: DepartmentId } | undefined {
  return command.type === 'AppointToPost' ? command : undefined;
}

function stateOfItem({ matter: { command, dossier }, item }: Standing) {
  const slug = item ?? ('item' in command ? command.item : undefined);
  return dossier && slug !== undefined ? own(dossier.items, slug) : undefined;
}
