import type { DeadlineRules } from '../../core/caseflow/deadline-rules.ts'
import { readEventMapping, type EventMapping } from '../../core/caseflow/event-mapping.ts'
import { readEvents, type EventOptions, type ReadEvents } from '../../core/caseflow/read-events.ts'
import { ruleAttributes } from '../../core/caseflow/rule-attributes.ts'
import { readText } from '../files.ts'
import { openProgress } from '../progress.ts'
import { orRefuse, type Terminal } from '../terminal.ts'
import { kindsOf } from './read-rules.ts'

export interface EventFlags {
  readonly events: string
  readonly mapping?: string
  readonly skipRefused?: true
}

/** How the rules, the mapping file and the flags want a file of events read, as known at a moment. */
export async function eventOptions(
  terminal: Terminal,
  flags: EventFlags,
  rules: readonly DeadlineRules[],
  asOf: number,
): Promise<EventOptions> {
  const kinds = kindsOf(rules)
  const mapping =
    flags.mapping === undefined
      ? undefined
      : await readMapping(
          terminal,
          flags.mapping,
          kinds.map(({ key }) => key),
        )
  return {
    kinds,
    ...(mapping === undefined ? {} : { mapping }),
    attributes: ruleAttributes(rules),
    asOf,
    now: Math.max(asOf, Date.now()),
    skipRefused: flags.skipRefused === true,
  }
}

export async function readWithProgress(
  terminal: Terminal,
  bytes: Uint8Array,
  file: string,
  options: EventOptions,
): Promise<ReadEvents> {
  const reading = openProgress(terminal, { da: 'Læser hændelser', en: 'Reading events' })
  const read = await readEvents(bytes, file, { ...options, onProgress: reading.show })
  reading.close()
  return orRefuse(terminal, read)
}

async function readMapping(
  terminal: Terminal,
  path: string,
  kinds: readonly string[],
): Promise<EventMapping> {
  return orRefuse(terminal, readEventMapping(await readText(terminal, path), path, kinds))
}
