import { expect, test } from 'vitest'
import { notificationKinds, notificationText } from './notification-kind.ts'

const kinds = Object.keys(notificationKinds) as (keyof typeof notificationKinds)[] // of our own constant

test.each(kinds)('%s tells how many there are in both languages, and of one without a figure', (kind) => {
  for (const language of ['da', 'en'] as const) {
    const several = notificationText(kind, 17, language)
    const one = notificationText(kind, 1, language)
    expect(several).not.toContain('{n}')
    expect(one).not.toMatch(/[{}\d]/)
    expect(one).not.toBe(several)
    expect(several.endsWith('.') && one.endsWith('.')).toBe(true)
    expect(several).toContain('17')
  }
  expect(notificationText(kind, 2, 'da')).not.toBe(notificationText(kind, 2, 'en'))
})
