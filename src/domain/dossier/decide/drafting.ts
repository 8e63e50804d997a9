import type { Circumstances } from '../circumstances.ts';
import type { DossierEvent } from '../events.ts';
import { own } from '../own.ts';
import type { Answers, Procedure } from '../procedure.ts';
import { isProjectCode } from '../project-code.ts';
import { no } from '../refusals.ts';
import type { OpenDossierState } from '../state.ts';
import { happens, payload, type Decide, type Decision, type Refused } from './decision.ts';
import { matched } from './matching.ts';

/** Assigned once: what runs under another code is another dossier. */
export const assignProjectCode: Decide<'AssignProjectCode'> = ({ projectCode }, dossier) => {
  if (!isProjectCode(projectCode)) return no('project-code-malformed', { projectCode });
  if (dossier.projectCode !== undefined) {
    return no('project-code-assigned', { projectCode: dossier.projectCode });
  }
  return happens({ type: 'ProjectCodeAssigned', data: { projectCode } });
};

/** Answers are merged into those there are; the items that apply are matched anew. */
export const fillForm: Decide<'FillForm'> = (command, dossier, circumstances) =>
  badAnswers(command.answers, dossier, circumstances.procedure) ??
  filled(command.answers, dossier, circumstances);

/** Only what is answered now is judged: another version may have left older answers behind. */
function badAnswers(
  answers: Answers,
  dossier: OpenDossierState,
  procedure: Procedure,
): Refused | undefined {
  const issues = procedure
    .formIssues({ ...dossier.answers, ...answers })
    .filter(({ field }) => Object.hasOwn(answers, field));
  const isUnknown = ({ problem }: (typeof issues)[number]) => problem === 'unknown-field';
  const unknown = issues.filter(isUnknown).map(({ field }) => field);
  if (unknown.length > 0) return no('form-field-unknown', { fields: unknown });
  const fields = issues.map(({ field }) => field);
  return fields.length > 0 ? no('form-answer-invalid', { fields }) : undefined;
}

function filled(
  answers: Answers,
  dossier: OpenDossierState,
  circumstances: Circumstances,
): Decision {
  const isNew = Object.entries(answers).some(([field, answer]) => {
    return own(dossier.answers, field) !== answer;
  });
  const match = matched({ ...dossier, answers: { ...dossier.answers, ...answers } }, circumstances);
  if (!match.ok) return match;
  const form = isNew ? [formFilled(answers, dossier, circumstances.procedure)] : [];
  return happens(...form, ...match.value);
}

/** Personal answers stand apart, under the person whom the office may call about the dossier. */
function formFilled(
  answers: Answers,
  { investor }: OpenDossierState,
  { personalFields }: Procedure,
): DossierEvent {
  const entries = Object.entries(answers);
  const value = Object.fromEntries(entries.filter(([field]) => personalFields.has(field)));
  const open = Object.fromEntries(entries.filter(([field]) => !personalFields.has(field)));
  if (Object.keys(value).length === 0) return { type: 'FormFilled', data: { answers: open } };
  const personalAnswers = { subject: investor.contact.subject, value };
  return { type: 'FormFilled', data: { answers: open, personalAnswers } };
}

export const attachMaterial: Decide<'AttachMaterial'> = (command, dossier, { procedure }) => {
  const { material, attachment } = command;
  if (!procedure.knowsMaterial(material)) return no('material-unknown', { material });
  const files = own(dossier.materials, material) ?? [];
  if (files.some(({ hash }) => hash === attachment.hash)) {
    return no('material-attached', { material, hash: attachment.hash });
  }
  return happens({ type: 'MaterialAttached', data: { material, attachment } });
};

/** What lay on the table when an application was submitted or corrected stays in the file. */
export const removeMaterial: Decide<'RemoveMaterial'> = (command, dossier) => {
  const { material, hash } = command;
  const files = own(dossier.materials, material) ?? [];
  if (!files.some((file) => file.hash === hash)) {
    return no('material-not-attached', { material, hash });
  }
  if (dossier.intakes.some(({ materials }) => materials.includes(hash))) {
    return no('material-frozen', { material, hash });
  }
  return happens({ type: 'MaterialRemoved', data: payload(command) });
};
