import { invariant } from '../kernel/invariant.ts';
import type { Position } from './port.ts';

const WIDTH = 20;
const SHAPE = /^\d{20}$/;

/** A place in a numbered log as text of a fixed width, so that plain comparison orders positions. */
export function positionOf(place: number): Position {
  return String(place).padStart(WIDTH, '0') as Position;
}

/** The number behind a position that this store gave out; 0 stands before the first record. */
export function placeOf(position: Position | undefined): number {
  if (position === undefined) return 0;
  invariant(SHAPE.test(position), `"${position}" is a position of this store`);
  return Number(position);
}

/** A position as somebody wrote it down; `undefined` where the text is none. */
export function positionFrom(text: string): Position | undefined {
  return SHAPE.test(text) ? (text as Position) : undefined;
}
