import { createServer } from 'node:net'
import type { Checked } from '../core/language/problem.ts'

const first = 3000
const tried = 50

/** The wanted port when it can be listened on; with none wanted, the first free one from 3000 on. */
export async function freePort(host: string, wanted: number | undefined): Promise<Checked<number>> {
  const from = wanted ?? first
  for (let port = from; port < from + (wanted === undefined ? tried : 1); port++) {
    const failure = await tryPort(host, port)
    if (failure === undefined) return { ok: true, value: port }
    if (failure !== 'EADDRINUSE') return cannotListen(host, port, failure)
  }
  return wanted === undefined ? cannotListen(host, from, 'EADDRINUSE') : portTaken(wanted)
}

function tryPort(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name))
    probe.listen(port, host, () => probe.close(() => resolve(undefined)))
  })
}

function portTaken(port: number): Checked<never> {
  const da = `Port ${port} er optaget af et andet program. Vælg en anden med --port, eller udelad --port.`
  const en = `Port ${port} is taken by another program. Choose another with --port, or leave --port out.`
  return { ok: false, problems: [{ code: 'port-taken', text: { da, en } }] }
}

function cannotListen(host: string, port: number, code: string): Checked<never> {
  const da = `Programmet kan ikke lytte på ${host}, port ${port} (${code}).`
  const en = `The program cannot listen on ${host}, port ${port} (${code}).`
  return { ok: false, problems: [{ code: 'cannot-listen', text: { da, en } }] }
}
