import { join } from 'node:path';
import type { ApiParts } from '../graphql/context.ts';
import { LogFeed } from '../graphql/feed/log-feed.ts';
import { openReadModels } from '../projections/open-read-models.ts';
import { createProjectionRunner } from '../projections/runner/projection-runner.ts';
import type { House } from './house.ts';

const READ_MODELS_FILE = 'read-models.db';

export interface ReadSide extends Pick<ApiParts, 'readModels' | 'projections' | 'feed'> {
  /** Ends subscriptions, finishes the batch in hand, closes the tables. */
  close(): Promise<void>;
}

/**
 * Opens the read tables beside the events and keeps them up to date.
 * @throws ReadModelFault, with what to do in `wording`
 */
export async function openReadSide(
  house: House,
  onFailure: (error: unknown) => void,
): Promise<ReadSide> {
  const { store, codec, library, folder } = house;
  const readModels = await openReadModels({ url: `sqlite:${join(folder, READ_MODELS_FILE)}` });
  const projections = createProjectionRunner({
    store,
    codec,
    readModels,
    procedureOf: (ref) => library.published(ref),
    onFailure,
  });
  try {
    await projections.start();
  } catch (error) {
    await readModels.close();
    throw error;
  }
  const feed = new LogFeed(store);
  return {
    readModels,
    projections,
    feed,
    async close(): Promise<void> {
      feed.close();
      await projections.stop();
      await readModels.close();
    },
  };
}
