#!/usr/bin/env node
// The commands are TypeScript that Node 24 runs directly. An older system Node hands over to the Node that
// `npm ci` installed beside this file, so that `npx tilsyn` works on a machine with any Node.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
const pinned = fileURLToPath(
  new URL(`../node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`, import.meta.url),
)
const major = Number(process.versions.node.split('.')[0])

if (major >= 24) {
  await import(main)
} else if (existsSync(pinned)) {
  const child = spawn(pinned, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  // A server told to stop must stop, not live on without its parent. Ctrl-C reaches both by itself.
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  process.on('SIGINT', () => {})
  child.on('exit', (code) => process.exit(code ?? 1))
} else {
  process.stderr.write('tilsyn: needs Node 24 or newer; run "npm ci" in the project folder first\n')
  process.exit(1)
}
