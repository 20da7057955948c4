import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const packageJson = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string
} // our own file
const dkfds = fileURLToPath(new URL('node_modules/dkfds/src', import.meta.url))

/** The SIL Open Font License asks that its text travels with the font files. */
function fontLicence(): Plugin {
  return {
    name: 'tilsyn-font-licence',
    apply: 'build',
    generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: 'assets/IBMPlexSans-LICENSE.txt',
        source: readFileSync(`${dkfds}/fonts/IBMPlexSans/complete/woff2/license.txt`),
      })
    },
  }
}

export default defineConfig({
  root: fileURLToPath(new URL('src/web', import.meta.url)),
  plugins: [react(), fontLicence()],
  resolve: {
    alias: { 'dkfds-fonts': `${dkfds}/fonts/IBMPlexSans/complete/woff2`, 'dkfds-img': `${dkfds}/img` },
  },
  define: { 'import.meta.env.TILSYN_VERSION': JSON.stringify(packageJson.version) },
  css: { preprocessorOptions: { scss: { loadPaths: [`${dkfds}/stylesheets`], quietDeps: true } } },
  build: {
    outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
    emptyOutDir: true,
    manifest: true,
    // Fonts and icons stay files of their own: the content security policy allows no data: URLs for them.
    assetsInlineLimit: 0,
    target: 'es2022',
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})
