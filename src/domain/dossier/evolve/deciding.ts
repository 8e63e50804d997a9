import { invariant } from '../../../kernel/invariant.ts';
import { own } from '../own.ts';
import type { DossierEventOf, DossierEventType } from '../events.ts';
import type { ItemSignal } from '../signal.ts';
import type { ItemState, OpenDossierState, OpinionState } from '../state.ts';
import { examined } from './intakes.ts';
import {
  accepted,
  itemIn,
  stepped,
  withItem,
  withPaper,
  type Apply,
  type Setting,
} from './stepping.ts';

/** Types of event that concern one item. */
type ItemEventType = {
  readonly [Type in DossierEventType]: DossierEventOf<Type>['data'] extends Pick<ItemState, 'item'>
    ? Type
    : never;
}[DossierEventType];

/** Events that only step their item. */
export function stepping<Type extends ItemEventType>(signal: ItemSignal): Apply<Type> {
  return (dossier, data, { procedure }) =>
    withItem(dossier, stepped(itemIn(dossier, data.item), signal, procedure));
}

/** Events that end the item, wherever it stands. */
export function leaving<Type extends ItemEventType>(signal: ItemSignal): Apply<Type> {
  return (dossier, data, { procedure }) => {
    const item = stepped(itemIn(dossier, data.item), signal, procedure);
    return examined(withItem(dossier, item), item.intake, procedure);
  };
}

export const opinionsSolicited: Apply<'OpinionsSolicited'> = (dossier, data, { procedure }) => {
  const item = stepped(itemIn(dossier, data.item), 'OpinionsSolicited', procedure);
  const asked = data.departments.map((department) => [department, {}]);
  const opinions = { ...item.opinions, ...Object.fromEntries(asked) };
  return withItem(dossier, { ...item, opinions, answerOpinionsBy: data.answerBy });
};

export const opinionGiven: Apply<'OpinionGiven'> = (dossier, data) => {
  const { department, answer, reason } = data;
  const item = itemIn(dossier, data.item);
  invariant(own(item.opinions, department), `${department} was asked about ${data.item}`);
  const opinion: OpinionState = reason === undefined ? { answer } : { answer, reason };
  return withItem(dossier, { ...item, opinions: { ...item.opinions, [department]: opinion } });
};

export const itemHandled: Apply<'ItemHandled'> = (dossier, data, { act, procedure }) => {
  const item = stepped(itemIn(dossier, data.item), 'Handled', procedure);
  return withItem(dossier, { ...item, handledBy: act.by.person, proposal: data.proposal });
};

export const itemReviewed: Apply<'ItemReviewed'> = (dossier, data, { act, procedure }) => {
  const item = stepped(itemIn(dossier, data.item), 'Reviewed', procedure);
  return withItem(dossier, { ...item, reviewedBy: act.by.person, proposal: data.proposal });
};

/** Everything done on the item since it was first handled is to be done again. */
export const itemSentBack: Apply<'ItemSentBack'> = (dossier, data, { procedure }) => {
  const item = stepped(itemIn(dossier, data.item), 'SentBack', procedure);
  const { handledBy: _h, reviewedBy: _r, proposal: _p, prepared: _a, ...rest } = item;
  return withItem(dossier, rest);
};

export const approvalPrepared: Apply<'ApprovalPrepared'> = (dossier, data, { act, procedure }) => {
  const item = stepped(itemIn(dossier, data.item), 'ApprovalPrepared', procedure);
  const { item: _, ...approval } = data;
  return withItem(dossier, { ...item, prepared: { ...approval, preparedBy: act.by.person } });
};

export const itemApproved: Apply<'ItemApproved'> = (dossier, data, setting) => {
  const item = itemIn(dossier, data.item);
  return decided(
    dossier,
    { ...stepped(item, 'Approved', setting.procedure), decision: 'approved' },
    setting,
  );
};

export const itemRejected: Apply<'ItemRejected'> = (dossier, data, setting) => {
  const item = itemIn(dossier, data.item);
  return decided(
    dossier,
    { ...stepped(item, 'Rejected', setting.procedure), decision: 'rejected' },
    setting,
  );
};

export const superiorAnswered: Apply<'SuperiorAnswered'> = (dossier, data, setting) => {
  const signal = data.answer === 'approved' ? 'Approved' : 'Rejected';
  const item = stepped(itemIn(dossier, data.item), signal, setting.procedure);
  return decided(dossier, { ...item, decision: data.answer }, setting);
};

/** A decision on the spot, out of the examination, is an acceptance too. */
function decided(dossier: OpenDossierState, item: ItemState, setting: Setting): OpenDossierState {
  const { act, procedure } = setting;
  const { prepared: _, ...rest } = item;
  const acceptedAt = item.acceptedAt ?? act.occurredAt;
  const next = withItem(dossier, { ...rest, acceptedAt, decidedAt: act.occurredAt });
  return examined(accepted(next, procedure), item.intake, procedure);
}

export const resultIssued: Apply<'ResultIssued'> = (dossier, data, { procedure }) => {
  const item = stepped(itemIn(dossier, data.item), 'ResultIssued', procedure);
  return withPaper(withItem(dossier, { ...item, paper: data.paper }), data.paper);
};
