import { describe, expect, it } from 'vitest'
import { matchRegistryColumns } from './registry-columns.ts'
import { RegistryRowReader, type ReadRow } from './registry-row.ts'

const columns = ['case_id', 'stage', 'unit', 'caseworker', 'started', 'completed', 'participants']
const sound = ['S-1', 'underretning', 'Nord', 'ab', '2026-01-01', '2026-02-01', 'cd; ef']

function read(cells: readonly string[], names: readonly string[] = columns): ReadRow {
  const header = { file: 'sager.csv', line: 1, columns: names }
  const matched = matchRegistryColumns(header, {})
  if (!matched.ok) return matched
  const known = { units: [['Nord', '+nord'] as const], stages: [] }
  return new RegistryRowReader(header, matched.value, known).read(cells, 2)
}

describe('a row of an import', () => {
  it.each(['=1+1', '+1', '-1', '@a'])('with %j in an id or code is refused, at its column', (text) => {
    for (const column of [0, 1, 3, 6]) {
      const row = read(sound.with(column, text))
      const problems = row.ok ? [] : row.problems
      expect(problems.map(({ code, at }) => [code, at?.column])).toEqual([
        ['read-as-formula', columns[column]],
      ])
    }
    expect(read(sound.with(6, `ab, ${text}`)).ok).toBe(false)
  })

  it('may have these characters elsewhere, and where the name is exchanged for our own', () => {
    expect(read(sound).ok).toBe(true)
    expect(read(sound.with(0, 'S-1=2@3').with(2, '+nord'))).toMatchObject({
      ok: true,
      value: { caseStage: { caseId: 'S-1=2@3', unit: 'Nord' } },
    })
  })

  it('keeps columns whatever their names, and refuses the one name that would be lost', () => {
    const row = read([...sound, 'x', 'y'], [...columns, 'constructor', 'toString'])
    expect(row).toMatchObject({ ok: true })
    expect(row.ok && Object.entries(row.value.caseStage.attributes)).toEqual([
      ['constructor', 'x'],
      ['toString', 'y'],
    ])
    const lost = read([...sound, 'x'], [...columns, '__proto__'])
    expect(!lost.ok && lost.problems.map(({ code, at }) => [code, at?.column])).toEqual([
      ['reserved-column', '__proto__'],
    ])
    const twice = read([...sound, 'x', 'y'], [...columns, 'constructor', 'Constructor'])
    expect(!twice.ok && twice.problems.map(({ code }) => code)).toEqual(['doubled-column'])
  })
})
