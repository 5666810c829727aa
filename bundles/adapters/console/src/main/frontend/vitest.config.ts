import { defineConfig } from 'vitest/config';

const reports = process.env.UI_REPORTS;

export default defineConfig({
  test: {
    environment: 'jsdom',
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    reporters: reports ? ['default', ['junit', { outputFile: `${reports}/TEST-console.xml` }]] : ['default'],
  },
});
