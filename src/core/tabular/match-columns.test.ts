import { describe, expect, it } from 'vitest'
import { matchColumns, type ColumnMapping } from './match-columns.ts'

function match(columns: string[], mapping?: ColumnMapping): unknown {
  return matchColumns(
    { file: 'f.csv', line: 1, columns },
    { required: ['case_id', 'stage'], optional: ['child'], mapping },
  )
}

describe('matching columns by name', () => {
  it.each([
    [['case_id', 'stage']],
    [['Sags-ID', 'SAGSTRIN']],
    [['sagsnummer', 'trin']],
    [['Case ID', 'Stage']],
  ])('finds %j in Danish or English, whatever the case and the separators', (columns) => {
    expect(match(columns)).toMatchObject({ ok: true, value: { at: { case_id: 0, stage: 1 }, others: [] } })
  })

  it('keeps the other columns under their own names', () => {
    expect(match(['stage', 'Distrikt', 'case_id', 'barnets-id'])).toEqual({
      ok: true,
      value: { at: { case_id: 2, stage: 0, child: 3 }, others: [{ name: 'Distrikt', at: 1 }] },
    })
  })

  it('lets a mapping win over the known names', () => {
    expect(match(['case_id', 'Journal', 'stage'], { case_id: 'Journal' })).toMatchObject({
      value: { at: { case_id: 1, stage: 2 }, others: [{ name: 'case_id', at: 0 }] },
    })
  })

  it('says which column is missing, what it may be called and what was found', () => {
    const text = expect.stringMatching(/stage.*sagstrin.*case_id, enhed/u)
    expect(match(['case_id', 'enhed'])).toMatchObject({
      ok: false,
      problems: [{ code: 'missing-column', text: { da: text, en: text }, at: { line: 1, column: 'stage' } }],
    })
  })

  it('says when the mapped column is not in the file', () => {
    expect(match(['case_id', 'stage'], { child: 'Barnets nr' })).toMatchObject({
      problems: [{ code: 'missing-column', at: { column: 'child' } }],
    })
  })

  it('refuses a column that stands twice, and reports it once', () => {
    expect(match(['case_id', 'stage', 'Case-Id'])).toMatchObject({
      problems: [{ code: 'doubled-column', at: { column: 'Case-Id' } }],
    })
  })

  it('refuses to choose between two columns that could be ours', () => {
    expect(match(['case_id', 'sagsnr', 'stage'])).toMatchObject({ problems: [{ code: 'ambiguous-column' }] })
  })

  it('refuses a column without a name between others', () => {
    expect(match(['case_id', '', 'stage'])).toMatchObject({ problems: [{ code: 'unnamed-column' }] })
  })
})
