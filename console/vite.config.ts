import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// In development everything that is not the console goes to a running local cloud.
const cloud = process.env['TENREC_HOST'] ?? 'http://127.0.0.1:8010'

export default defineConfig({
  base: '/',
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    port: 5178,
    proxy: Object.fromEntries(
      ['/api', '/static', '/array', '/flags', '/e', '/i', '/batch', '/capture'].map((path) => [
        `^${path}(/|$)`,
        { target: cloud, changeOrigin: false },
      ]),
    ),
  },
  build: { target: 'es2022', reportCompressedSize: false, manifest: 'manifest.json' },
  test: { environment: 'node', include: ['src/**/*.test.ts', 'src/**/*.test.tsx'] },
})
