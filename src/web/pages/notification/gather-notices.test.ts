import { expect, test } from 'vitest'
import type { NotificationView } from '../../../contract/notification/notifications.ts'
import { gatherNotices } from './gather-notices.ts'

function notice(id: string, kind: string): NotificationView {
  const text = { da: `besked ${id}`, en: `message ${id}` }
  return { id, kind, text, subject: `r${id}`, urgent: false, at: `2026-11-2${id}T09:00:00Z`, seen: false }
}

test('reviews written off stand in one line, where the newest of them stood, which marks them all', () => {
  const [first, second, third] = gatherNotices([
    notice('5', 'review-due'),
    notice('4', 'review-written-off'),
    notice('3', 'review-due'),
    notice('2', 'review-written-off'),
    notice('1', 'review-written-off'),
  ])
  expect([first, third].map((each) => each?.ids)).toEqual([['5'], ['3']])
  expect(second).toMatchObject({
    id: '4',
    ids: ['4', '2', '1'],
    at: '2026-11-24T09:00:00Z',
    text: {
      da: '3 gennemgange, du havde fået, skal ikke gøres færdige.',
      en: '3 reviews you were given need not be finished.',
    },
  })
})

test('one alone says what it said, and what leads to something of its own is never gathered', () => {
  const all = [notice('3', 'review-written-off'), notice('2', 'review-due'), notice('1', 'review-due')]
  expect(gatherNotices(all)).toEqual(all.map((each) => ({ ...each, ids: [each.id] })))
})
