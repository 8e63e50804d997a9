// Goal: whatever is wrong with a data folder, the operator reads in one sentence a language what it
// is and what to do, the command fails, and nothing in the folder is changed or lost.
import {
  closeSync,
  cpSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { describe, expect, it } from 'vitest';

import { BUILT_IN_WORKFLOWS } from '../../../src/server/publishing/built-in.ts';
import { bringToLife } from '../crash/serving-process.ts';
import { DOSSIER, useGoodFolder } from './good-folder.ts';
import { countersign, flawsOf } from './run-countersign.ts';

const SERVE_ENV = {
  COUNTERSIGN_JWKS_URL: 'http://127.0.0.1:9/jwks.json',
  COUNTERSIGN_ISSUER: 'https://issuer.invalid',
  COUNTERSIGN_AUDIENCE: 'countersign',
  COUNTERSIGN_PORT: '0',
};
const PAGE_BYTES = 8_192;

const folders = useGoodFolder();
const { spoilt: folderWith } = folders;

function overwrite(path: string, at: number, bytes: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(bytes, 0xa5), 0, bytes, at);
  closeSync(file);
}

function inDatabase(path: string, sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}

interface Spoilt {
  readonly name: string;
  readonly spoil: (file: (name: string) => string) => void;
  readonly named: readonly string[];
  /** The file that must be found as it was left. */
  readonly file: string;
}

const SPOILT: readonly Spoilt[] = [
  {
    name: 'damaged events',
    spoil: (file) => overwrite(file('events.db'), PAGE_BYTES, 6 * PAGE_BYTES),
    named: ['events.db', '备份', 'backup'],
    file: 'events.db',
  },
  {
    name: 'a text file in the place of the events',
    spoil: (file) => writeFileSync(file('events.db'), '会签，但不是事件库。'.repeat(200)),
    named: ['events.db', '--data'],
    file: 'events.db',
  },
  {
    name: "somebody else's database in the place of the events",
    spoil: (file) => {
      rmSync(file('events.db'));
      inDatabase(file('events.db'), 'create table invoice (number integer)');
    },
    named: ['events.db', '--data'],
    file: 'events.db',
  },
  {
    name: 'events of a newer program',
    spoil: (file) => inDatabase(file('events.db'), 'pragma user_version = 99'),
    named: ['events.db', '99', '升级', 'Upgrade'],
    file: 'events.db',
  },
  {
    name: 'keys of a newer program',
    spoil: (file) => inDatabase(file('keys.db'), 'pragma user_version = 99'),
    named: ['keys.db', '99'],
    file: 'keys.db',
  },
  {
    name: 'a text file in the place of the keys',
    spoil: (file) => writeFileSync(file('keys.db'), '这不是密钥库。'.repeat(200)),
    named: ['keys.db'],
    file: 'keys.db',
  },
  {
    name: 'a kind of event that this program does not know',
    spoil: (file) =>
      inDatabase(
        file('events.db'),
        "update event set type = 'MoonLanded' where type = 'FormFilled'",
      ),
    named: ['MoonLanded'],
    file: 'events.db',
  },
  {
    name: 'a newer version of an event',
    spoil: (file) =>
      inDatabase(
        file('events.db'),
        `update event set metadata = replace(metadata, '"version":1}', '"version":99}')
          where type = 'FormFilled'`,
      ),
    named: ['FormFilled', '99'],
    file: 'events.db',
  },
];

describe.concurrent('A data folder with', () => {
  it.each(SPOILT)('$name: is told in a sentence and left alone', async (spoilt) => {
    const { name, spoil, named, file } = spoilt;
    const folder = folderWith(name.replaceAll(/\W+/g, '-'), spoil);
    const before = readFileSync(join(folder, file));
    expect(flawsOf(await countersign(['replay', DOSSIER, '--data', folder]), ...named)).toEqual([]);
    expect(readFileSync(join(folder, file)).equals(before)).toBe(true);
  });

  it('nothing in it: nothing is made by looking', async () => {
    const folder = folders.path('not-there');
    expect(flawsOf(await countersign(['replay', DOSSIER, '--data', folder]), 'not-there')).toEqual(
      [],
    );
    expect(() => readFileSync(join(folder, 'events.db'))).toThrow('ENOENT');
  });

  it('no such dossier, or no such moment: says so', async () => {
    const data = ['--data', folders.good()];
    const stranger = '331100-AAAAA-AAAAA';
    expect(flawsOf(await countersign(['replay', stranger, ...data]), stranger, '--data')).toEqual(
      [],
    );
    const moment = ['--at', 'the day before yesterday'];
    expect(
      flawsOf(await countersign(['replay', DOSSIER, ...moment, ...data]), moment[1] ?? ''),
    ).toEqual([]);
  });
});

describe('While one process serves a data folder', () => {
  it('a second one that would write is refused, and a reader is welcome', async () => {
    const folder = folderWith('served');
    const life = bringToLife(folder, folders.signInKeys());
    try {
      await life.url;
      const second = await countersign(['serve', '--data', folder], SERVE_ENV);
      expect(flawsOf(second, 'events.lock', '数据目录', 'data folder')).toEqual([]);
      const reader = await countersign(['replay', DOSSIER, '--follow-steps', '--data', folder]);
      expect(reader).toMatchObject({ code: 0, err: '' });
      expect(reader.out).toContain(DOSSIER);
    } finally {
      await life.kill();
    }
  });
});

describe('countersign serve', () => {
  it('names everything that is wrong with its configuration at once', async () => {
    const folder = folderWith('unconfigured');
    const wrong = { COUNTERSIGN_PORT: '99999', COUNTERSIGN_LOG_LEVEL: 'loud' };
    const ended = await countersign(['serve', '--data', folder], wrong);
    const names = ['JWKS_URL', 'ISSUER', 'AUDIENCE', 'PORT', 'LOG_LEVEL'];
    expect(flawsOf(ended, ...names.map((name) => `COUNTERSIGN_${name}`))).toEqual([]);
    // One sentence a mistake in each language.
    expect(ended.err.match(/COUNTERSIGN_\w+/g)).toHaveLength(2 * names.length);
  });

  it('says that its port is taken, and how to choose another', async () => {
    const folder = folderWith('port-taken');
    const life = bringToLife(folderWith('port-holder'), folders.signInKeys());
    try {
      const { port } = new URL(await life.url);
      const env = { ...SERVE_ENV, COUNTERSIGN_PORT: port };
      expect(
        flawsOf(await countersign(['serve', '--data', folder], env), port, 'COUNTERSIGN_PORT'),
      ).toEqual([]);
    } finally {
      await life.kill();
    }
  });
});

describe('A definition that is no YAML', () => {
  it('is told with file, line and column', async () => {
    const workflows = folders.path('workflows');
    cpSync(BUILT_IN_WORKFLOWS, workflows, { recursive: true });
    writeFileSync(join(workflows, 'ent-simple', 'procedure.yaml'), 'procedure: [x\n  version: 1\n');
    const ended = await countersign(['procedure', 'check', '--workflows', workflows]);
    expect(flawsOf(ended, 'ent-simple/procedure.yaml:1:13')).toEqual([]);
  });
});
