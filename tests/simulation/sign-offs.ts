import type { Recorded } from '../../src/codec/envelope.ts';
import type {
  DossierEvent,
  DossierEventOf,
  DossierEventType,
} from '../../src/domain/dossier/events.ts';
import type { PersonId } from '../../src/kernel/ids.ts';

/** What must have been granted before each item of the city's procedure, whatever the form says. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'land-permit': ['filing'],
  'works-permit': ['land-permit', 'scheme'],
  'construction-permit': ['works-permit'],
};

/** One item's way from an application to its decision. */
interface Course {
  readonly accepted: boolean;
  readonly decided: boolean;
  readonly handledBy?: PersonId;
  readonly reviewedBy?: PersonId;
}

const AFRESH: Course = { accepted: false, decided: false };

/**
 * What a history does that no department may do: decide twice or unaccepted, accept before what it
 * needs, two hands of one person. Told from the events alone, by rules written here anew.
 */
export function wrongSignOffs(history: readonly Recorded<DossierEvent>[]): readonly string[] {
  const judge = new Judge();
  for (const { event, metadata, revision } of history) {
    judge.look(event, metadata.actor.person, `${revision} ${event.type}`);
  }
  return judge.wrong;
}

type Looks = {
  readonly [Type in DossierEventType]?: (
    data: DossierEventOf<Type>['data'],
    person: PersonId,
  ) => void;
};

class Judge {
  readonly wrong: string[] = [];
  readonly #courses = new Map<string, Course>();
  readonly #granted = new Set<string>();
  #place = '';

  readonly #looks: Looks = {
    ApplicationSubmitted: ({ items }) => {
      for (const item of items) this.#courses.set(item, AFRESH);
    },
    ItemAdded: ({ item }) => {
      this.#courses.set(item, AFRESH);
    },
    ApplicationAccepted: ({ items }) => {
      for (const item of items) this.#accept(item);
    },
    PrerequisitesArrived: ({ item }) => {
      this.#accept(item);
    },
    ItemHandled: ({ item }, handledBy) => {
      this.#go(item, { handledBy });
    },
    ItemReviewed: ({ item }, reviewedBy) => {
      if (this.#at(item).handledBy === reviewedBy) this.#blame(`${item} is its handler's review`);
      this.#go(item, { reviewedBy });
    },
    ItemSentBack: ({ item }) => {
      const { reviewedBy: _, ...course } = this.#at(item);
      this.#courses.set(item, course);
    },
    ApprovalPrepared: ({ item }, person) => {
      this.#signed(item, person);
    },
    ItemApproved: ({ item, onArrival }, person) => {
      if (!onArrival) this.#signed(item, person);
      this.#decide(item, 'approved');
    },
    ItemRejected: ({ item }, person) => {
      this.#signed(item, person);
      this.#decide(item, 'rejected');
    },
    SuperiorAnswered: ({ item, answer }) => {
      this.#decide(item, answer);
    },
  };

  look(event: DossierEvent, person: PersonId, place: string): void {
    this.#place = place;
    const look = this.#looks[event.type] as
      ((data: DossierEvent['data'], person: PersonId) => void) | undefined;
    look?.(event.data, person);
  }

  #blame(sentence: string): void {
    this.wrong.push(`${this.#place}: ${sentence}`);
  }

  #at(item: string): Course {
    return this.#courses.get(item) ?? AFRESH;
  }

  #go(item: string, change: Partial<Course>): void {
    this.#courses.set(item, { ...this.#at(item), ...change });
  }

  #accept(item: string): void {
    const missing = (NEEDED[item] ?? []).filter((one) => !this.#granted.has(one));
    if (missing.length > 0) this.#blame(`${item} is accepted before ${missing.join(', ')}`);
    this.#go(item, { accepted: true });
  }

  #signed(item: string, person: PersonId): void {
    const { handledBy, reviewedBy } = this.#at(item);
    if (person === handledBy) this.#blame(`${item} is decided by its handler`);
    if (person === reviewedBy) this.#blame(`${item} is decided by its reviewer`);
  }

  #decide(item: string, outcome: 'approved' | 'rejected'): void {
    const { accepted, decided } = this.#at(item);
    if (decided) this.#blame(`${item} is decided twice`);
    // An instant item is accepted and decided in one at the counter.
    if (!accepted && item !== 'filing') this.#blame(`${item} is decided and was not accepted`);
    if (outcome === 'approved') this.#granted.add(item);
    this.#go(item, { decided: true });
  }
}
