import { JOINT_APPROVAL, type PlayedCommand } from './play.ts';

/** How often each approver sends the file back: some 250 events a dossier. */
const SENT_BACK = 9;

/**
 * The same joint approval with files going to and fro between handler and approver, until the
 * dossier has as many events as a real one.
 */
export const LONG_APPROVAL: readonly PlayedCommand[] = JOINT_APPROVAL.flatMap((command, index) => {
  const handled = JOINT_APPROVAL[index - 1];
  if (!isApproval(command) || handled === undefined) return [command];
  const { item } = command.input as { readonly item: string };
  const sendBack = {
    actor: command.actor,
    input: { type: 'SendBackItem', item, reason: '意见不够具体，请补充依据。' },
  };
  const again = Array.from({ length: SENT_BACK }, () => [sendBack, handled]).flat();
  return [...again, command];
});

function isApproval({ input }: PlayedCommand): boolean {
  return (input as { readonly type: string }).type === 'ApproveItem';
}
