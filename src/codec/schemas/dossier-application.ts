import { z } from 'zod';

import {
  answers,
  attachment,
  correction,
  grounds,
  investor,
  matchedItem,
  ofIntake,
  onItem,
  stageLead,
} from './parts.ts';
import { personal } from './personal.ts';
import {
  day,
  dossierNumber,
  itemSlug,
  materialSlug,
  personId,
  procedureRef,
  regionCode,
  sha256,
  stageSlug,
} from './vocabulary.ts';

/** Version 1 of the events from the opening of a dossier to its acceptance. */
export const applicationEvents = {
  DossierOpened: z.strictObject({
    dossier: dossierNumber,
    projectName: z.string(),
    region: regionCode,
    investor,
    agent: personId.exactOptional(),
    procedure: procedureRef,
  }),
  ProjectCodeAssigned: z.strictObject({ projectCode: z.string() }),
  FormFilled: z.strictObject({ answers, personalAnswers: personal(answers).exactOptional() }),
  ItemsMatched: z.strictObject({ items: z.array(matchedItem), leads: z.array(stageLead) }),
  MaterialAttached: z.strictObject({ material: materialSlug, attachment }),
  MaterialRemoved: z.strictObject({ material: materialSlug, hash: sha256 }),
  PreReviewRequested: z.strictObject({ stage: stageSlug }),
  PreReviewAdvised: z.strictObject({
    ...onItem,
    advice: z.enum(['ready', 'not-ready']),
    note: z.string(),
  }),
  ApplicationSubmitted: z.strictObject({
    ...ofIntake,
    stage: stageSlug,
    items: z.array(itemSlug),
    materials: z.array(sha256),
    collectCorrectionsUntil: day,
  }),
  CorrectionsNoted: z.strictObject({
    ...onItem,
    ...ofIntake,
    corrections: z.array(correction),
  }),
  CorrectionsTold: z.strictObject({
    ...ofIntake,
    notice: z.string(),
    corrections: z.array(correction.extend({ item: itemSlug })),
  }),
  CorrectionsSupplied: z.strictObject(ofIntake),
  ApplicationAccepted: z.strictObject({
    ...ofIntake,
    notice: z.string(),
    items: z.array(itemSlug),
    waiting: z.array(itemSlug),
    procedure: procedureRef,
  }),
  ApplicationNotAccepted: z.strictObject({
    ...ofIntake,
    notice: z.string(),
    items: z.array(itemSlug),
    grounds,
  }),
};
