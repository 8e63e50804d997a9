import { invariant } from '../kernel/invariant.ts';
import { deskQueries, type DeskQueries } from './desk/queries.ts';
import { dossierQueries, type DossierQueries } from './dossier/queries.ts';
import { inboxQueries, type InboxQueries } from './inbox/queries.ts';
import { searchQueries, type SearchQueries } from './search/queries.ts';
import { Serving } from './serving.ts';
import type { ReadStorage } from './storage/port.ts';
import { openSqliteStorage } from './storage/sqlite/sqlite-storage.ts';

/** The tables people look at, and the questions that can be asked of them. */
export interface ReadModels {
  readonly dossiers: DossierQueries;
  readonly desk: DeskQueries;
  readonly inbox: InboxQueries;
  readonly search: SearchQueries;
  /** For the projection runner. */
  readonly storage: ReadStorage;
  readonly serving: Serving;
  close(): Promise<void>;
}

const SQLITE = 'sqlite:';
const MEMORY = ':memory:';

/**
 * Opens the read tables; without a runner they show what an earlier run left.
 * @param options.url `sqlite:<path>` (made when it is not there) or `:memory:`
 * @throws ReadModelFault `read-models-unusable`
 */
export async function openReadModels({ url }: { readonly url: string }): Promise<ReadModels> {
  const storage = openStorage(url);
  const serving = new Serving(storage.place);
  try {
    const records = await storage.generations();
    const served = records.find((one) => one.serving && one.shape === storage.shape);
    if (served) await serving.switchTo(await storage.open(served));
  } catch (error) {
    await storage.close();
    throw error;
  }
  return {
    dossiers: dossierQueries(serving),
    desk: deskQueries(serving),
    inbox: inboxQueries(serving),
    search: searchQueries(serving),
    storage,
    serving,
    close: async () => {
      const last = serving.generation;
      await serving.switchTo(undefined);
      await last?.close();
      await storage.close();
    },
  };
}

function openStorage(url: string): ReadStorage {
  if (url === MEMORY) return openSqliteStorage(MEMORY);
  invariant(url.startsWith(SQLITE), `read tables are at ${SQLITE}<path> or ${MEMORY}, not ${url}`);
  return openSqliteStorage(url.slice(SQLITE.length));
}
