import { JOINT_APPROVAL, OPENING, type PlayedCommand } from '../../../bench/joint-approval/play.ts';
import { benchDepartments } from '../../../bench/joint-approval/definition.ts';
import { openedBy } from '../../support/commands.ts';

/** One command of one dossier, with the id under which it is asked however often. */
export interface Errand {
  readonly requestId: string;
  readonly dossier: string;
  readonly command: PlayedCommand;
  /** Its place in the course of the dossier. */
  readonly index: number;
}

const COMMANDS = [...OPENING, ...JOINT_APPROVAL];
const LANES_BEGIN = OPENING.length + 1;
const LAST = COMMANDS.length - 1;
const LANE_STEPS = 3;

/**
 * A joint approval as errands: opened, filled, submitted, then twelve departments side by side, each
 * with its three steps in order, and the conclusion once all are done. What is ready never has to
 * be refused.
 */
export class Course {
  readonly #name: string;
  readonly #done = new Set<number>();

  constructor(name: string) {
    this.#name = name;
  }

  first(): Errand {
    return this.#errand(0);
  }

  /** The errands that have become ready now that this one is done. */
  after({ index }: Errand): readonly Errand[] {
    this.#done.add(index);
    return this.#next(index).map((one) => this.#errand(one));
  }

  isOver(): boolean {
    return this.#done.size === COMMANDS.length;
  }

  #next(index: number): readonly number[] {
    if (index === LAST) return [];
    if (index < LANES_BEGIN - 1) return [index + 1];
    if (index === LANES_BEGIN - 1) {
      return benchDepartments.map((_, lane) => LANES_BEGIN + lane * LANE_STEPS);
    }
    const isLaneOver = (index - LANES_BEGIN) % LANE_STEPS === LANE_STEPS - 1;
    if (!isLaneOver) return [index + 1];
    return this.#done.size === LAST ? [LAST] : [];
  }

  #errand(index: number): Errand {
    const command = COMMANDS[index];
    if (command === undefined) throw new Error(`a course has no command ${index}`);
    const requestId = `${this.#name}.${index}`;
    return { requestId, dossier: openedBy(`${this.#name}.0`), command, index };
  }
}
