import { createServer } from 'node:net'
import type { LocalText } from '../core/language/language.ts'
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

/** The operating system's codes for addresses in plain words (errno(3), getaddrinfo(3)). */
const reasons: Readonly<Record<string, LocalText>> = {
  EADDRINUSE: {
    da: `portene ${first} til ${first + tried - 1} er alle optaget; vælg en anden med --port`,
    en: `ports ${first} to ${first + tried - 1} are all taken; choose another with --port`,
  },
  EADDRNOTAVAIL: {
    da: 'denne maskine har ikke den adresse; ret --host',
    en: 'this machine does not have that address; mend --host',
  },
  ENOTFOUND: {
    da: 'adressen findes ikke; ret --host',
    en: 'there is no such address; mend --host',
  },
  EAI_AGAIN: {
    da: 'adressen kunne ikke slås op; ret --host, eller prøv igen',
    en: 'the address could not be looked up; mend --host or try again',
  },
  EACCES: {
    da: 'adgang nægtet; vælg en port fra 1024 med --port',
    en: 'access denied; choose a port from 1024 with --port',
  },
}
const unknownReason = { da: 'styresystemet tillader det ikke', en: 'the operating system does not allow it' }

function cannotListen(host: string, port: number, code: string): Checked<never> {
  const reason = reasons[code] ?? unknownReason
  const da = `Programmet kan ikke lytte på ${host}, port ${port}: ${reason.da}.`
  const en = `The program cannot listen on ${host}, port ${port}: ${reason.en}.`
  return { ok: false, problems: [{ code: 'cannot-listen', text: { da, en } }] }
}
