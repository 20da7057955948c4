import { describe, expect, test } from 'vitest'
import { CallRefused, NoAnswer } from '../../../contract/client.ts'
import { noContent, type AnswerContent } from '../../../core/review/answer-content.ts'
import type { Draft } from '../../drafts/draft.ts'
import { AnswerQueue, type KeptAnswer } from './answer-queue.ts'

const yes: AnswerContent = { ...noContent, answer: 'yes' }
const no: AnswerContent = { ...noContent, answer: 'no' }
const theirs: KeptAnswer = { ...no, version: 7, answeredAt: '2026-01-01T10:00:00Z', answeredBy: 'B' }

type Reply = () => { readonly version: number; readonly answeredAt: string }

/** A queue whose server gives the replies in turn (the last one again and again) and whose pauses end at once. */
function setUp(...replies: readonly Reply[]) {
  const sent: string[] = []
  const pauses: number[] = []
  const kept: (readonly Draft[])[] = []
  const queue = new AnswerQueue({
    kept: new Map([['old', { ...theirs, ...yes, version: 3 }]]),
    send: async (question, { answer }, kept) => {
      const reply = replies[Math.min(sent.length, replies.length - 1)]
      sent.push(`${question} ${answer} from ${kept.version}`)
      await Promise.resolve()
      if (reply === undefined) throw new Error('no reply')
      return reply()
    },
    readCurrent: () => theirs,
    keep: async (drafts) => {
      kept.push(drafts)
      return true
    },
    wait: async (milliseconds) => void pauses.push(milliseconds),
  })
  return { queue, sent, pauses, kept, settled: () => expect.poll(() => queue.snapshot().saved.state) }
}

const ok: Reply = () => ({ version: 4, answeredAt: '2026-01-01T09:00:00Z' })
const gone: Reply = () => {
  throw new NoAnswer('gone')
}
const refusal = (code: string, status: number): Reply => {
  return () => {
    throw new CallRefused({ type: 't', title: 'Nej', status, code, requestId: 'r' })
  }
}

describe('the queue of answers', () => {
  test('shows a change at once, sends it, and names the version it grew from', async () => {
    const { queue, sent, settled } = setUp(ok)
    queue.change('old', no)
    expect(queue.snapshot().answers.get('old')).toEqual(no)
    expect(queue.snapshot().saved).toEqual({ state: 'saving' })
    await settled().toBe('saved')
    queue.change('old', yes)
    await expect.poll(() => sent).toEqual(['old no from 3', 'old yes from 4'])
    expect(queue.unsaved).toBe(0)
  })

  test('what comes later than the answers is what a change of it grows from, but not of what is restored', async () => {
    const { queue, sent, kept, settled } = setUp(ok)
    queue.know('note late', { ...theirs, ...noContent, comment: 'før', version: 2 })
    expect(queue.contentOf('note late').comment).toBe('før')
    queue.know('old', theirs)
    expect(queue.contentOf('old').answer).toBe('yes')
    queue.change('note late', { ...noContent, comment: 'nu' })
    expect(queue.isWaiting('note late')).toBe(true)
    expect(kept[0]).toMatchObject([
      { question: 'note late', content: { comment: 'nu' }, base: { comment: 'før', version: 2 } },
    ])
    await settled().toBe('saved')
    expect(sent).toEqual(['note late null from 2'])
    expect(queue.isWaiting('note late')).toBe(false)
  })

  test('sends nothing when nothing changed', () => {
    const { queue, sent } = setUp(ok)
    queue.change('old', yes)
    expect(sent).toEqual([])
  })

  test('keeps answers without a connection, says how many wait, and sends the newest of each when it is back', async () => {
    const { queue, sent, pauses, settled } = setUp(gone, gone, refusal('too-busy', 503), ok)
    const seen: unknown[] = []
    queue.subscribe(() => seen.push(queue.snapshot().saved))
    queue.change('a', yes)
    queue.change('b', yes)
    queue.change('a', no)
    await settled().toBe('saved')
    expect(seen).toContainEqual({ state: 'offline', waiting: 2, kept: true })
    const again = Array.from({ length: 4 }, () => 'a yes from 0')
    expect(sent).toEqual([...again, 'a no from 4', 'b yes from 0'])
    expect(pauses.slice(0, 3)).toEqual([1000, 2000, 5000])
  })

  test.each(['mine', 'theirs'] as const)(
    'never overwrites what was changed elsewhere; choosing %s settles it',
    async (choice) => {
      const { queue, sent } = setUp(refusal('outdated-version', 409), ok)
      queue.change('old', { ...yes, comment: 'min' })
      await expect.poll(() => queue.snapshot().conflicts.get('old')?.theirs).toEqual(theirs)
      expect(queue.unsaved).toBe(1)
      queue.settle('old', choice)
      await expect.poll(() => queue.unsaved).toBe(0)
      expect(queue.contentOf('old').answer).toBe(choice === 'mine' ? 'yes' : 'no')
      expect(sent).toEqual(['old yes from 3', ...(choice === 'mine' ? ['old yes from 7'] : [])])
    },
  )

  test('stops at a refusal, says why, keeps the answer, and tries again at the next change', async () => {
    const { queue, sent, settled } = setUp(refusal('session-expired', 401), ok)
    queue.change('a', yes)
    await settled().toBe('failed')
    expect(queue.snapshot().saved).toEqual({ state: 'failed', reason: 'Nej', kept: true })
    expect(queue.unsaved).toBe(1)
    queue.change('b', yes)
    await settled().toBe('saved')
    expect(sent).toEqual(['a yes from 0', 'a yes from 0', 'b yes from 0'])
  })

  test('a text that is refused says why and stays, and holds up nothing else, until it is mended', async () => {
    const wrong: Reply = () => {
      const errors = [{ in: 'body', path: 'comment', code: 'holds-cpr', text: 'Slet cifrene' }] as const
      const details = { type: 't', title: 'Nej', status: 400, code: 'invalid-input', requestId: 'r' }
      throw new CallRefused({ ...details, errors: [...errors] })
    }
    const { queue, sent, kept, settled } = setUp(wrong, ok)
    queue.change('a', yes)
    queue.change('b', yes)
    await expect.poll(() => queue.unsaved).toBe(1)
    await settled().toBe('failed')
    expect(queue.snapshot().saved).toMatchObject({ reason: 'Slet cifrene', kept: true })
    expect(kept.at(-1)).toMatchObject([{ question: 'a', content: yes }])
    expect(sent).toEqual(['a yes from 0', 'b yes from 0'])
    queue.change('a', no)
    await settled().toBe('saved')
    expect(sent).toEqual(['a yes from 0', 'b yes from 0', 'a no from 0'])
  })

  test('a changed mind after a lost reply is no conflict with oneself: what may have arrived is sent again first', async () => {
    const { queue, sent, settled } = setUp(gone, ok, ok)
    queue.change('old', no)
    await expect.poll(() => sent.length).toBe(1)
    queue.change('old', { ...no, comment: 'ny' })
    await settled().toBe('saved')
    expect(sent).toEqual(['old no from 3', 'old no from 3', 'old no from 4'])
    expect(queue.contentOf('old').comment).toBe('ny')
    expect(queue.snapshot().conflicts.size).toBe(0)
  })

  test('keeps every change before it is acknowledged, with what it grew from, and nothing after', async () => {
    const { queue, kept, settled } = setUp(gone, ok)
    queue.change('old', no)
    expect(kept[0]).toEqual([{ question: 'old', content: no, base: { ...yes, version: 3 }, sent: null }])
    await settled().toBe('saved')
    // By then it had been sent, and the server might have had it.
    expect(kept.some(([draft]) => draft?.sent !== null && draft?.sent !== undefined)).toBe(true)
    expect(kept.at(-1)).toEqual([])
  })

  test('drafts of an earlier window are sent from the version they grew from; a late one becomes a conflict', async () => {
    const { queue, sent, kept } = setUp(refusal('outdated-version', 409), ok)
    queue.restore([{ question: 'old', content: no, base: { ...noContent, version: 1 }, sent: null }])
    expect(queue.contentOf('old').answer).toBe('no')
    await expect.poll(() => queue.snapshot().conflicts.size).toBe(1)
    expect(sent).toEqual(['old no from 1'])
    // Both stay until somebody has chosen, also if the window is closed now.
    expect(queue.snapshot().conflicts.get('old')).toEqual({ mine: { ...no }, theirs })
    expect(kept.at(-1)).toMatchObject([{ question: 'old', content: no, base: { version: 1 } }])
    queue.settle('old', 'mine')
    await expect.poll(() => sent).toEqual(['old no from 1', 'old no from 7'])
    await expect.poll(() => kept.at(-1)).toEqual([])
  })

  test('a draft that the server has by now sends nothing', async () => {
    const { queue, sent, kept } = setUp(ok)
    queue.restore([{ question: 'old', content: yes, base: { ...noContent, version: 1 }, sent: yes }])
    expect(sent).toEqual([])
    expect(kept.at(-1)).toEqual([])
  })

  test('an undecided conflict stays in sight while other answers are saved', async () => {
    const { queue, settled } = setUp(refusal('outdated-version', 409), ok)
    queue.change('old', no)
    await settled().toBe('failed')
    queue.change('other', yes)
    await expect.poll(() => queue.unsaved).toBe(1)
    expect(queue.snapshot().saved).toMatchObject({ state: 'failed', reason: 'Nej' })
    queue.settle('old', 'theirs')
    expect(queue.snapshot().saved).toEqual({ state: 'saved' })
  })

  test('stopped, it sends nothing more', async () => {
    const { queue, sent } = setUp(gone)
    queue.stop()
    queue.change('a', yes)
    await Promise.resolve()
    expect(sent).toEqual([])
  })
})
