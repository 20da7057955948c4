import { expect, test } from 'vitest'
import { notificationPath } from './notification-path.ts'

const to = (kind: string, subject: string | null = 'r1') => notificationPath({ kind, subject })

test('a message leads to what it speaks of, or to the tasks where it is of a kind not known here', () => {
  expect(to('review-due')).toBe('/reviews/r1')
  expect(to('review-unassigned')).toBe('/assignment?state=unassigned')
  expect(to('finding-waiting', 'u1')).toBe('/findings?unit=u1&state=open')
  expect(to('review-taken')).toBeNull()
  expect(to('something-new')).toBe('/')
  expect(to('review-due', null)).toBe('/')
})
