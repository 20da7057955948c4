import { expect, test } from 'vitest'
import { mailText } from './mail-text.ts'
import { notificationText } from './notification-kind.ts'

const content = [
  { kind: 'round-closed', count: 1 },
  { kind: 'finding-due', count: 2 },
  { kind: 'goal-judged', count: 1 },
  { kind: 'finding-overdue', count: 3 },
  { kind: 'visit-planned', count: 1 },
] as const

test('a digest begins with what is overdue, and keeps what belongs to a room together', () => {
  for (const order of [content, content.toReversed()]) {
    const { body } = mailText('digest', order, 'da', 'https://tilsyn.example.dk')
    const lines = body.split('\n').filter((line) => line.startsWith('- '))
    const kinds = ['finding-overdue', 'visit-planned', 'goal-judged', 'finding-due', 'round-closed'] as const
    expect(lines).toEqual(
      kinds.map((kind) => {
        const count = content.find((each) => each.kind === kind)?.count ?? 0
        return `- ${notificationText(kind, count, 'da')}`
      }),
    )
  }
})

test('a mail leads to the messages, where each line leads on, or tells to sign in where no address is known', () => {
  const { body } = mailText('digest', content, 'da', 'https://tilsyn.example.dk')
  expect(body).toContain('https://tilsyn.example.dk/notifications\n')
  expect(mailText('urgent', content, 'en', undefined).body).not.toContain('http')
})
