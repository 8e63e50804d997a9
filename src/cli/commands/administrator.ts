import type { Command } from 'commander';
import type { ReferenceCommand } from '../../application/reference/reference-office.ts';
import { OFFICE_ITSELF } from '../../domain/organisation/decide.ts';
import type { PersonId, PostId, RequestId } from '../../kernel/ids.ts';
import { openHouse, type House } from '../../server/house.ts';
import { wallClock } from '../../server/wall-clock.ts';
import { refusalSentences } from '../../wording/refusals.ts';
import { dataOption } from '../data-option.ts';
import { CommandFailed } from '../explain.ts';

interface AppointOptions {
  readonly data: string;
  readonly subject: string;
  readonly name: string;
  readonly letter: string;
}

/** `countersign administrator appoint`: the first person of a new office; all others follow by API. */
export function addAdministratorCommands(program: Command): void {
  program
    .command('administrator')
    .description('系统管理员 · administrators of the whole system')
    .command('appoint <person>')
    .description('登记并任命首任管理员 · register and appoint the first administrator')
    .addOption(dataOption())
    .requiredOption('--subject <sub>', '登录服务中的主体标识 · the `sub` of the sign-in provider')
    .requiredOption('--name <name>', '姓名 · name')
    .requiredOption('--letter <number>', '任命文号 · number of the letter of appointment')
    .action(async (person: string, options: AppointOptions) => {
      const house = await openHouse({ folder: options.data, now: wallClock });
      try {
        await appoint(person as PersonId, options, house);
      } finally {
        await house.close();
      }
    });
}

async function appoint(person: PersonId, options: AppointOptions, house: House): Promise<void> {
  const { subject, name, letter } = options;
  const post = `${person}.administrator` as PostId;
  const value = { subject: person, value: name };
  await asOffice(house, `register.${person}`, {
    type: 'RegisterPerson',
    person,
    name: value,
    subject,
  });
  await asOffice(house, `appoint.${post}`, {
    type: 'AppointToPost',
    post,
    kind: 'administrator',
    person,
    from: house.now(),
    letter,
  });
  console.log(post);
}

async function asOffice(house: House, request: string, command: ReferenceCommand): Promise<void> {
  const actor = { person: OFFICE_ITSELF, post: 'administrator' } as const;
  const done = await house.reference.handle({ requestId: request as RequestId, command, actor });
  if (!done.ok) throw new CommandFailed(refusalSentences(done.error));
}
