import { Buffer } from 'node:buffer'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SealedEntry } from './entry.ts'
import type { Finding } from './finding.ts'
import {
  check,
  leafOf,
  municipality,
  newTestKey,
  seal,
  signAll,
  verifierOf,
  type World,
} from './seal-fixture.ts'

const key = newTestKey()
const verifies = verifierOf(key)
const uuid = fc.uuid()
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })

const entry = fc.record({
  log: fc.constantFrom('access' as const, 'change' as const),
  at: fc.integer({ min: 1_780_000_000_000_000, max: 1_790_000_000_000_000 }).map((us) => `${us / 1e6}`),
  person: fc.option(uuid),
  session: fc.option(uuid),
  act: text,
  subjectKind: text,
  subjectId: fc.option(text),
  detail: fc.json({ maxDepth: 1 }),
})

/** A log with its seals, and whole numbers to choose damage by. */
const world = fc.record({
  entries: fc.array(entry, { minLength: 4, maxLength: 30 }).map((rows) =>
    rows.map((row, i): SealedEntry => ({
      ...row,
      municipality,
      id: String(3 * i + 1),
      room: row.log === 'change' ? 'review' : null,
    })),
  ),
  batches: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 12 }),
  choice: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
  word: text,
})
type Case = typeof world extends fc.Arbitrary<infer T> ? T : never

const seed = Date.now() % 2 ** 31
/** As many as the issue asks for of its four kinds, and of the others enough. */
const [thousand, some] = [1000, 200]

/** Damages many worlds and gives those whose damage was not named; the seed stands in the failure. */
async function missed(
  damage: (world: World, one: Case) => ((finding: Finding) => boolean) | 'nothing done',
  times = some,
): Promise<{ seed: number; done: number; missed: unknown[] }> {
  const cases = fc.sample(world, { numRuns: 2 * times, seed })
  const overlooked: unknown[] = []
  let done = 0
  for (const one of cases) {
    if (done === times) break
    const damaged = seal(one.entries, one.batches, key)
    const names = damage(damaged, one)
    if (names === 'nothing done') continue
    done += 1
    const { findings } = await check(damaged, verifies)
    if (!findings.kept.some(names)) overlooked.push({ one, found: findings.kept })
  }
  return { seed, done, missed: overlooked.slice(0, 3) }
}
const all = { seed, done: some, missed: [] }
const allThousand = { ...all, done: thousand }

function pick<T>(rows: readonly T[], number = 0): T {
  const row = rows[number % rows.length]
  if (row === undefined) throw new Error('there are rows')
  return row
}

function replace(world: World, old: SealedEntry, row: SealedEntry): void {
  world.entries = world.entries.map((one) => (one === old ? row : one))
}

const names =
  ({ log, id }: SealedEntry) =>
  (finding: Finding): boolean =>
    ('entry' in finding && finding.entry.log === log && finding.entry.id === id) ||
    ('other' in finding && finding.other.log === log && finding.other.id === id)

const columns = ['at', 'person', 'session', 'act', 'room', 'subjectKind', 'subjectId', 'detail'] as const

/** Another value in one column. */
function edited(row: SealedEntry, one: Case): SealedEntry {
  const column = pick(columns, one.choice[1])
  const old = row[column]
  const word = one.word === old ? `${one.word}x` : one.word
  const nullable = column === 'person' || column === 'session' || column === 'subjectId'
  const value = nullable && old !== null && (one.choice[2] ?? 0) % 3 === 0 ? null : word
  return { ...row, [column]: value }
}

describe('a sealed log', () => {
  test('that nobody touched has nothing to tell, whatever is in it', async () => {
    for (const one of fc.sample(world, { numRuns: 300, seed })) {
      const untouched = seal(one.entries, one.batches, key)
      const { findings, entries, waiting, signed } = await check(untouched, verifies)
      expect([findings.kept, entries, waiting, signed]).toEqual([[], one.entries.length, 0, true])
    }
  })

  test('names 1,000 of 1,000 entries whose one column was edited', async () => {
    const result = await missed((world, one) => {
      const row = pick(world.entries, one.choice[0])
      replace(world, row, edited(row, one))
      return (finding) => finding.kind === 'entry-edited' && names(row)(finding)
    }, thousand)
    expect(result).toEqual(allThousand)
  })

  test('names 1,000 of 1,000 entries that were deleted', async () => {
    const result = await missed((world, one) => {
      const row = pick(world.entries, one.choice[0])
      world.entries = world.entries.filter((other) => other !== row)
      return (finding) => finding.kind === 'entry-deleted' && names(row)(finding)
    }, thousand)
    expect(result).toEqual(allThousand)
  })

  test('names both of 1,000 of 1,000 pairs of entries that changed places', async () => {
    const result = await missed((world, one) => {
      const row = pick(world.entries, one.choice[0])
      const others = world.entries.filter((two) => two.log === row.log && two.id !== row.id)
      if (others.length === 0) return 'nothing done'
      const other = pick(others, one.choice[1])
      if (leafOf({ ...row, id: other.id }).equals(leafOf(other))) return 'nothing done'
      replace(world, row, { ...other, id: row.id })
      replace(world, other, { ...row, id: other.id })
      return (finding) => finding.kind === 'entries-swapped' && names(row)(finding) && names(other)(finding)
    }, thousand)
    expect(result).toEqual(allThousand)
  })

  test('tells by the written-out heads of 1,000 of 1,000 ends that were cut off with seals and heads', async () => {
    const result = await missed((world, one) => {
      const keep = (one.choice[0] ?? 0) % world.seals.length
      world.seals = world.seals.slice(0, keep)
      world.heads = world.heads.filter(({ head }) => head.size <= keep)
      const size = world.heads.at(-1)?.head.size ?? 0
      world.seals = world.seals.slice(0, size)
      world.entries = world.entries.slice(0, size)
      return (finding) =>
        finding.kind === 'cut-off' && finding.size === one.entries.length && finding.has === size
    }, thousand)
    expect(result).toEqual(allThousand)
  })

  test('tells of entries cut off with their seals, where the heads were left', async () => {
    const result = await missed((world, one) => {
      const keep = (one.choice[0] ?? 0) % world.seals.length
      world.seals = world.seals.slice(0, keep)
      world.entries = world.entries.slice(0, keep)
      return (finding) => finding.kind === 'seals-missing' && finding.from >= keep + 1
    })
    expect(result).toEqual(all)
  })

  test('names an entry that was put in afterwards', async () => {
    const result = await missed((world, one) => {
      const row = { ...pick(world.entries, one.choice[0]), id: String(3 * ((one.choice[1] ?? 0) % 40) + 2) }
      world.entries.push(row)
      return (finding) => finding.kind === 'entry-inserted' && names(row)(finding)
    })
    expect(result).toEqual(all)
  })

  test('names the seal, and not its entry, where only the seal was edited', async () => {
    const result = await missed((world, one) => {
      const stored = pick(world.seals, one.choice[0])
      world.seals = world.seals.map((two) =>
        two === stored ? { ...two, leaf: Buffer.from(two.leaf.map((byte) => byte ^ 1)) } : two,
      )
      return (finding) => finding.kind === 'seal-edited' && finding.position === stored.position
    })
    expect(result).toEqual(all)
  })

  test('tells of a seal that was taken away, and of the edit of another entry behind it', async () => {
    const result = await missed((world, one) => {
      const gone = pick(world.seals, one.choice[0])
      world.seals = world.seals.filter((two) => two !== gone)
      const later = world.entries.slice(gone.position)
      const row = later.length === 0 ? undefined : pick(later, one.choice[1])
      if (row !== undefined) replace(world, row, edited(row, { ...one, choice: one.choice.slice(2) }))
      let [seal, edit] = [false, row === undefined]
      return (finding) => {
        seal ||= finding.kind === 'seals-missing' && finding.from === gone.position
        edit ||= row !== undefined && finding.kind === 'entry-edited' && names(row)(finding)
        return seal && edit
      }
    })
    expect(result).toEqual(all)
  })

  test('tells between which entries an entry and its seal were edited alike', async () => {
    const result = await missed((world, one) => {
      const row = pick(world.entries, one.choice[0])
      const changed = edited(row, one)
      replace(world, row, changed)
      const position = one.entries.indexOf(row) + 1
      world.seals = world.seals.map((two) =>
        two.position === position ? { ...two, leaf: leafOf(changed) } : two,
      )
      return (finding) =>
        finding.kind === 'seals-differ' && finding.from <= position && position <= finding.to
    })
    expect(result).toEqual(all)
  })

  test('tells of two seals that changed places', async () => {
    const result = await missed((world, one) => {
      const [a, b] = [pick(world.seals, one.choice[0]), pick(world.seals, one.choice[1])]
      if (a === b) return 'nothing done'
      world.seals = world.seals.map((two) =>
        two === a ? { ...b, position: a.position } : two === b ? { ...a, position: b.position } : two,
      )
      return (finding) =>
        finding.kind === 'seals-differ' && finding.from <= a.position && a.position <= finding.to
    })
    expect(result).toEqual(all)
  })

  test('finds the first head that is forged where all was computed again without the key', async () => {
    const forger = { ...newTestKey(), keyId: key.keyId }
    const result = await missed((world, one) => {
      const row = pick(world.entries, one.choice[0])
      const changed = edited(row, one)
      replace(world, row, changed)
      const position = one.entries.indexOf(row) + 1
      world.seals = world.seals.map((two) =>
        two.position === position ? { ...two, leaf: leafOf(changed) } : two,
      )
      const genuine = world.heads
      signAll(world, one.batches, forger)
      const first = genuine.findIndex(({ head }) => head.size >= position)
      // What lies before the edit need not be forged.
      world.heads = [...genuine.slice(0, first), ...world.heads.slice(first)]
      const number = genuine[first]?.head.number
      return (finding) => finding.kind === 'head-edited' && finding.head === number
    })
    expect(result).toEqual(all)
  })

  test('names a head of which one part was edited', async () => {
    const parts = ['size', 'root', 'time', 'seen', 'previous', 'key', 'signature'] as const
    const result = await missed((world, one) => {
      const stored = pick(world.heads, one.choice[0])
      const part = pick(parts, one.choice[1])
      const value = part === 'size' ? stored.head.size + 1 + ((one.choice[2] ?? 0) % 9) : 'ab'.repeat(32)
      world.heads = world.heads.map((two) =>
        two === stored ? { ...two, head: { ...two.head, [part]: value } } : two,
      )
      return (finding) => finding.kind === 'head-edited' && finding.head === stored.head.number
    })
    expect(result).toEqual(all)
  })

  test('tells of heads that were taken away, and of lines of the file that were edited', async () => {
    const gone = await missed((world, one) => {
      const stored = pick(world.heads, one.choice[0])
      const isLast = stored === world.heads.at(-1)
      world.heads = world.heads.filter((two) => two !== stored)
      return ({ kind }) => kind === (isLast ? 'cut-off' : 'heads-missing')
    })
    expect(gone).toEqual(all)
    const lines = await missed((world, one) => {
      const line = (one.choice[0] ?? 0) % world.written.length
      world.written = world.written.map((head, i) => (i === line ? { ...head, size: head.size + 1 } : head))
      return (finding) => finding.kind === 'line-edited' && finding.line === line + 1
    })
    expect(lines).toEqual(all)
  })

  test('is told to have been replaced where another log fits the key but not the written-out heads', async () => {
    const result = await missed((world, one) => {
      // Whoever holds the key can sign anything; the heads that are elsewhere stay.
      const row = pick(world.entries, one.choice[0])
      const entries = world.entries.map((two) => (two === row ? edited(row, one) : two))
      Object.assign(world, { ...seal(entries, one.batches, key), written: world.written })
      return ({ kind }) => kind === 'head-replaced'
    })
    expect(result).toEqual(all)
  })

  test('hides an end that was cut off with seals and heads where no written-out heads are given', async () => {
    const [one] = fc.sample(world, { numRuns: 1, seed })
    if (one === undefined) throw new Error('one was asked for')
    const cut = seal(one.entries, [1, 1, 1], key)
    cut.heads = cut.heads.slice(0, 2)
    cut.seals = cut.seals.slice(0, 2)
    cut.entries = cut.entries.slice(0, 2)
    expect((await check(cut, verifies, { written: false })).findings.kept).toEqual([])
    expect((await check(cut, verifies)).findings.kept.map(({ kind }) => kind)).toEqual(['cut-off'])
  })

  test('counts entries that a purge took something out of, and finds those that hold anything but what it left', async () => {
    const [one] = fc.sample(world, { numRuns: 1, seed })
    const [before, ...others] = one?.entries ?? []
    if (before === undefined) throw new Error('one was asked for')
    const left = { ...before, subjectId: null, detail: '{}' }
    const taken = seal([before, ...others], [1 + others.length], key)
    taken.entries = [left, ...others]
    const [first] = taken.seals
    if (first === undefined) throw new Error('there is a seal for each')
    taken.seals = [{ ...first, redacted: leafOf(left).toString('hex') }, ...taken.seals.slice(1)]
    const sound = await check(taken, verifies)
    expect(sound.findings.kept).toEqual([])
    expect(sound.redacted).toBe(1)
    taken.entries = [{ ...left, act: `${left.act}x` }, ...others]
    const edited = await check(taken, verifies)
    expect(edited.findings.kept).toMatchObject([{ kind: 'entry-edited', entry: { id: before.id } }])
    expect(edited.redacted).toBe(0)
  })

  test('counts an entry that bears a time long before it was sealed', async () => {
    const rows = [1_790_000_000, 1_790_000_000, 1_789_990_000].map((at, i): SealedEntry => ({
      log: 'access',
      municipality,
      id: String(i + 1),
      at: `${at}.000000`,
      person: null,
      session: null,
      act: 'open-review',
      room: null,
      subjectKind: 'review',
      subjectId: null,
      detail: '{}',
    }))
    expect((await check(seal(rows, [2], key), verifies)).datedBack).toBe(1)
    expect((await check(seal(rows, [3], key), verifies)).datedBack).toBe(0)
  })
})
