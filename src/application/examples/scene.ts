import { createHash } from 'node:crypto';
import type { Actor } from '../../domain/post.ts';
import type { Competence } from '../../domain/dossier/circumstances.ts';
import type { DossierCommand } from '../../domain/dossier/commands.ts';
import { decide } from '../../domain/dossier/decide.ts';
import type { DossierEvent } from '../../domain/dossier/events.ts';
import { evolve } from '../../domain/dossier/evolve.ts';
import { own } from '../../domain/dossier/own.ts';
import type { Answers } from '../../domain/dossier/procedure.ts';
import type { DossierRefusal } from '../../domain/dossier/refusals.ts';
import { NO_DOSSIER, type Dossier, type DossierState } from '../../domain/dossier/state.ts';
import type {
  DepartmentId,
  DepartmentKind,
  DossierNumber,
  MaterialSlug,
  PersonId,
  RegionCode,
  Sha256,
} from '../../kernel/ids.ts';
import { addDays, instantFromMs, type Day, type Instant } from '../../kernel/instant.ts';
import { invariant } from '../../kernel/invariant.ts';
import type { CompiledProcedure } from '../../workflow/procedure/compile.ts';

/** A command as somebody gives it. */
export interface Deed {
  readonly command: DossierCommand;
  readonly by: Actor;
}

/** What an example's dossier came to on the way, for all examples of a procedure together. */
export interface Reached {
  /** `<kind of item> <ending>` */
  readonly items: Set<string>;
  /** `<stage> <outcome>` */
  readonly stages: Set<string>;
  readonly dossier: Set<string>;
}

export const DOSSIER = '331100-00000000-EXAMPL' as DossierNumber;
const REGION = '331100' as RegionCode;
const AGENT = 'agent' as PersonId;

/** An organisation in which for every kind of department one exists that is competent for all. */
const ALL_COMPETENT: Competence = {
  departmentFor: (kind) => kind as string as DepartmentId,
  kindOf: (department) => department as string as DepartmentKind,
};

/**
 * One dossier without a store, decided by the real decider. A minute passes with every command;
 * each kind of act in a department has a person of its own.
 */
export class Scene {
  readonly procedure: CompiledProcedure;
  readonly today: Day;
  readonly reached: Reached = { items: new Set(), stages: new Set(), dossier: new Set() };
  #state: DossierState = NO_DOSSIER;
  #events = 0;
  #minutes = 0;

  constructor(procedure: CompiledProcedure, today: Day) {
    this.procedure = procedure;
    this.today = today;
  }

  get dossier(): Dossier {
    invariant(this.#state.status !== 'none', 'the example has opened its dossier');
    return this.#state;
  }

  /** Grows with everything that happens. */
  get events(): number {
    return this.#events;
  }

  get tomorrow(): Day {
    return addDays(this.today, 1);
  }

  /** Opens the dossier, with a project code, and fills in the form. */
  open(answers: Answers): DossierRefusal | undefined {
    const by = this.agent();
    const investor = {
      name: '示例项目单位',
      kind: 'enterprise' as const,
      contact: { subject: AGENT, value: { name: '示例联系人', phone: '00000000' } },
    };
    const commands: readonly DossierCommand[] = [
      {
        type: 'OpenDossier',
        dossier: DOSSIER,
        procedure: this.procedure.ref.id,
        projectName: '示例项目',
        region: REGION,
        investor,
        secret: false,
      },
      { type: 'AssignProjectCode', dossier: DOSSIER, projectCode: '2600-331100-00-00-000000' },
      { type: 'FillForm', dossier: DOSSIER, answers },
    ];
    return this.perform(...commands.map((command) => ({ command, by })));
  }

  /** Does one after the other; stops at the first refusal and gives it back. */
  perform(...deeds: readonly Deed[]): DossierRefusal | undefined {
    for (const { command, by } of deeds) {
      this.#minutes += 1;
      const at = this.#now();
      const decision = decide(command, this.#state, {
        by,
        occurredAt: at,
        recordedAt: at,
        procedure: this.procedure,
        competence: ALL_COMPETENT,
      });
      if (!decision.ok) return decision.error;
      for (const event of decision.value) this.#happen(event, by, at);
    }
    return undefined;
  }

  agent(): Actor {
    return { person: AGENT, post: 'agent' };
  }

  /** Puts a new file on the table. */
  attach(material: MaterialSlug): Deed {
    const files = own(this.dossier.materials, material) ?? [];
    const fileName = `${material}-${files.length + 1}.pdf`;
    const attachment = {
      hash: createHash('sha256').update(fileName, 'utf8').digest('hex') as Sha256,
      sizeBytes: fileName.length,
      mediaType: 'application/pdf',
      fileName,
    };
    const command = { type: 'AttachMaterial', dossier: DOSSIER, material, attachment } as const;
    return { command, by: this.agent() };
  }

  #now(): Instant {
    const morning = Temporal.PlainDate.from(this.today).toZonedDateTime({
      timeZone: 'Asia/Shanghai',
      plainTime: '09:00',
    });
    return instantFromMs(morning.add({ minutes: this.#minutes }).epochMilliseconds);
  }

  #happen(event: DossierEvent, by: Actor, occurredAt: Instant): void {
    this.#state = evolve(this.#state, event, { by, occurredAt }, this.procedure);
    this.#events += 1;
    for (const { item, ending } of Object.values(this.dossier.items)) {
      const kind = this.procedure.items.get(item)?.kind;
      if (ending !== undefined && kind) this.reached.items.add(`${kind} ${ending}`);
    }
    if (event.type === 'StageConcluded') {
      this.reached.stages.add(`${event.data.stage} ${event.data.outcome}`);
    }
    const outcome = dossierOutcome(this.dossier);
    if (outcome !== 'open') this.reached.dossier.add(outcome);
  }
}

/** How the dossier as a whole stands. */
export function dossierOutcome(dossier: Dossier): 'approved' | 'rejected' | 'abandoned' | 'open' {
  if (dossier.status === 'concluded') return dossier.outcome;
  return dossier.status === 'abandoned' ? 'abandoned' : 'open';
}
