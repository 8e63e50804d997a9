import { defineConfig } from 'vitest/config';

export default defineConfig({
  // As Node resolves packages: else graphql would be loaded twice, and no error be an instance of its own.
  ssr: { resolve: { conditions: ['node', 'module-sync'] } },
  test: {
    include: ['tests/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
