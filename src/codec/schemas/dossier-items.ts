import { z } from 'zod';

import { approval, grounds, matchedItem, onItem, outcome, proposed, service } from './parts.ts';
import { day, departmentId, itemSlug, personId } from './vocabulary.ts';

/** Version 1 of the events of single items, from opinions to the served result. */
export const itemEvents = {
  PrerequisitesArrived: z.strictObject({
    ...onItem,
    arrived: itemSlug.exactOptional(),
    notice: z.string(),
  }),
  OpinionsSolicited: z.strictObject({
    ...onItem,
    departments: z.array(departmentId),
    question: z.string(),
    answerBy: day,
  }),
  OpinionGiven: z.strictObject({
    ...onItem,
    department: departmentId,
    answer: z.enum(['agree', 'disagree', 'report-up']),
    reason: z.string().exactOptional(),
  }),
  OpinionsGathered: z.strictObject(onItem),
  ItemHandled: z.strictObject({ ...onItem, ...proposed }),
  ItemReviewed: z.strictObject({ ...onItem, ...proposed }),
  ItemSentBack: z.strictObject({ ...onItem, reason: z.string() }),
  ApprovalPrepared: z.strictObject({ ...onItem, ...approval }),
  ItemApproved: z.strictObject({
    ...onItem,
    ...approval,
    onArrival: z.boolean(),
    preparedBy: personId.exactOptional(),
  }),
  ItemRejected: z.strictObject({ ...onItem, grounds }),
  ItemReportedUp: z.strictObject({ ...onItem, superior: z.string(), reference: z.string() }),
  SuperiorAnswered: z.strictObject({
    ...onItem,
    answer: outcome,
    reference: z.string(),
    grounds: grounds.exactOptional(),
  }),
  MilestoneReached: z.strictObject({
    ...onItem,
    reachedOn: day,
    reference: z.string(),
    note: z.string().exactOptional(),
  }),
  MilestoneFailed: z.strictObject({ ...onItem, reason: z.string() }),
  ItemReturned: z.strictObject({ ...onItem, grounds }),
  ItemWithdrawn: z.strictObject({ ...onItem, reason: z.string() }),
  ItemAdded: matchedItem.extend({ reason: z.string() }),
  ItemDropped: z.strictObject({ ...onItem, reason: z.string() }),
  ResultIssued: z.strictObject({
    ...onItem,
    paper: z.string(),
    outcome,
    title: z.string(),
    validUntil: day.exactOptional(),
  }),
  ResultServed: z.strictObject({ ...onItem, paper: z.string(), ...service }),
};
