import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { contractForBrowser } from './build/contract-for-browser.ts'

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

/** Compressed copies beside the files that shrink; the server sends them to browsers that take them. */
function compressedCopies(): Plugin {
  let folder = ''
  return {
    name: 'tilsyn-compressed-copies',
    apply: 'build',
    configResolved: (config) => void (folder = config.build.outDir),
    closeBundle() {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|html|svg)$/.test(name)) continue
        const file = join(folder, name)
        const bytes = readFileSync(file)
        writeFileSync(`${file}.br`, brotliCompressSync(bytes))
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
      }
    },
  }
}

export default defineConfig({
  root: fileURLToPath(new URL('src/web', import.meta.url)),
  plugins: [contractForBrowser(), react(), fontLicence(), compressedCopies()],
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
    // Browsers without it fetch each file when it is imported; nothing else is different.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // One file for the libraries that every page needs, which stays in the cache from version to version, and
        // one for what most pages share: few files compress better than many. What a single page uses of a library stays with that page.
        codeSplitting: {
          groups: [
            {
              name: 'frame',
              test: /node_modules[/\\](react|react-dom|scheduler|@tanstack|use-sync-external-store)[/\\](?!.*(useQueries|queriesObserver))/,
            },
            { name: 'shell', test: /src[/\\](web|contract|core)[/\\]/, minShareCount: 12 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
})
