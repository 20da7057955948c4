import { expect, test } from 'vitest'
import { flowMailText } from './flow-mail-text.ts'

const week = { period: '2026-W47', from: '2026-11-16', to: '2026-11-22' }
const units = [
  { id: 'a1', name: 'Center Nord' },
  { id: 'b2', name: 'Center Syd' },
]

test('a mail leads to the report of each of the person’s units, or of the municipality', () => {
  const { subject, body } = flowMailText('week', { ...week, units }, 'da', 'https://tilsyn.example.dk')
  expect(subject).toBe('Tilsyn: ugerapporten for uge 47, 2026')
  expect(body).toContain('Ugerapporten for uge 47, 2026 (16.–22. november 2026) er klar:')
  expect(body).toContain('- Center Nord: https://tilsyn.example.dk/caseflow/week/2026-W47?unit=a1\n')
  expect(body).toContain('- Center Syd: https://tilsyn.example.dk/caseflow/week/2026-W47?unit=b2\n')
  const month = { period: '2026-10', from: '2026-10-01', to: '2026-10-31', units: null }
  const told = flowMailText('month', month, 'en', 'https://tilsyn.example.dk')
  expect(told.subject).toBe('Tilsyn: the monthly report for October 2026')
  expect(told.body).toContain(
    '- The whole municipality: https://tilsyn.example.dk/caseflow/month/2026-10?unit=all\n',
  )
})

test('where nobody has told the program’s address, the mail says where to look', () => {
  const { body } = flowMailText('week', { ...week, units: null }, 'da', undefined)
  expect(body).not.toContain('http')
  expect(body).toContain('vælg Frister og derefter Uge')
})
