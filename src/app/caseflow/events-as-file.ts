import type { deliverEvents } from '../../contract/caseflow/event-imports.ts'
import type { RouteInput } from '../../contract/frame/route.ts'
import type { Names } from '../../storage/tables/caseflow.ts'

type Events = RouteInput<typeof deliverEvents>['body']['events']

const columns = [
  ['case_id', 'caseId'],
  ['event', 'kind'],
  ['at', 'time'],
  ['event_id', 'id'],
  ['unit', 'unit'],
  ['caseworker', 'caseworker'],
  ['child', 'child'],
  ['registered', 'registered'],
] as const

/** Events as a file of events, so that both ways in are read by the same rules. */
export function eventsAsFile(events: Events): { readonly bytes: Uint8Array; readonly mapping: Names } {
  const attributes = [...new Set(events.flatMap((event) => Object.keys(event.attributes ?? {})))].toSorted()
  const header = [...columns.map(([ours]) => ours), ...attributes]
  const lines = events.map((event) => [
    ...columns.map(([, key]) => event[key] ?? ''),
    ...attributes.map((name) => ownValue(event.attributes, name)),
  ])
  const text = [header, ...lines].map((cells) => cells.map(quoted).join(',')).join('\n')
  return {
    bytes: new TextEncoder().encode(`${text}\n`),
    mapping: Object.fromEntries(columns.map(([ours]) => [ours, ours])),
  }
}

/** An attribute may be called as every object's own methods are, e.g. `valueOf`. */
function ownValue(attributes: Readonly<Record<string, string>> | undefined, name: string): string {
  return attributes !== undefined && Object.hasOwn(attributes, name) ? (attributes[name] ?? '') : ''
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`
}
