import { expect, test } from 'vitest'
import { mailText } from '../../../core/notification/mail-text.ts'
import { notificationKinds } from '../../../core/notification/notification-kind.ts'
import { paths } from '../../paths.ts'
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

test('every kind there is leads to a page of its own or nowhere, and none to the tasks by mistake', () => {
  const lost = Object.keys(notificationKinds).filter((kind) => to(kind) === '/')
  // Nothing is left to open of what needs no more work.
  expect(lost).toEqual(['review-written-off'])
})

test('a mail leads to the page of messages', () => {
  const { body } = mailText(
    'digest',
    [{ kind: 'visit-planned', count: 1 }],
    'da',
    'https://tilsyn.example.dk',
  )
  expect(body).toContain(`https://tilsyn.example.dk${paths.notifications()}\n`)
})
