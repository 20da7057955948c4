import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { SeededFolder } from './seed.ts'

/** What a reviewer was told is stored. */
export interface Acknowledged {
  readonly review: string
  readonly question: string
  /** The review's count of writes at the last save. */
  readonly version: number
  readonly comment: string
  /** How often this answer was saved. */
  readonly saves: number
}

/** Answers are saved and reviews handed in over HTTP by many at once, each asking again, as a browser does, until told. */
export interface Load {
  go(): void
  /** Asks everyone to stop, and resolves when all that was begun is acknowledged. */
  settle(): Promise<void>
  readonly answers: ReadonlyMap<string, Acknowledged>
  readonly submitted: ReadonlySet<string>
  /** Replies that say that something was lost or done twice. */
  readonly wrong: readonly string[]
  /** Requests whose reply was lost or that were told to come back. */
  repeated(): number
}

/** A session may ask ten times a second; a reviewer here is a little slower. */
const thinkTime = 110

export function makeLoad(
  { questions, reviewers }: SeededFolder,
  address: string,
  random: () => number,
): Load {
  const answers = new Map<string, Acknowledged>()
  const submitted = new Set<string>()
  const wrong: string[] = []
  let repeated = 0
  const state = { settling: false }
  let working: Promise<unknown> = Promise.resolve()

  /** Asks until it is answered with something else than "come back", however often the server goes in between. */
  async function insist(cookie: string, method: string, path: string, body: unknown, key?: string) {
    for (;;) {
      try {
        const reply = await fetch(`${address}${path}`, {
          method,
          headers: {
            cookie,
            origin: address,
            'content-type': 'application/json',
            ...(key !== undefined && { 'idempotency-key': key }),
          },
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(20_000),
        })
        const text = await reply.text()
        if (reply.status !== 503 && reply.status !== 429) return { status: reply.status, text }
        repeated += 1
        await pause(200)
      } catch {
        repeated += 1
        await pause(200)
      }
    }
  }

  async function save(cookie: string, review: string, question: string): Promise<void> {
    const place = `${review} ${question}`
    const { version: before = 0, saves = 0 } = answers.get(place) ?? {}
    // Letters only: the digits of a UUID may look like a CPR number, which is refused.
    const comment = randomUUID().replaceAll(/[-\d]/g, (sign) => 'ghijklmnopq'[Number(sign)] ?? '')
    const body = {
      answer: random() < 0.5 ? 'yes' : 'no',
      comment,
      evidenceReference: null,
      evidenceDate: null,
      version: before,
    }
    const path = `/api/reviews/${review}/answers/${question}`
    const { status, text } = await insist(cookie, 'PUT', path, body)
    // The shape is the contract's; another one is counted as wrong below.
    const version = status === 200 ? (JSON.parse(text) as { version: number }).version : undefined
    if (version === undefined || version <= before)
      wrong.push(`${place}: version ${before} was saved, answered ${status} ${text}`)
    else answers.set(place, { review, question, version, comment, saves: saves + 1 })
  }

  async function handIn(cookie: string, review: string): Promise<void> {
    const path = `/api/reviews/${review}/submission`
    const { status, text } = await insist(cookie, 'POST', path, { minutes: 30 }, randomUUID())
    if (status === 200) submitted.add(review)
    else wrong.push(`${review}: handing in answered ${status} ${text}`)
  }

  async function work({ cookie, reviews }: SeededFolder['reviewers'][number], from: number): Promise<void> {
    while (!state.settling) {
      const review = reviews.find((each) => !submitted.has(each))
      if (review === undefined) throw new Error('the reviews are used up; seed more of them')
      const open = questions.filter((question) => !answers.has(`${review} ${question}`))
      const [next] = open
      if (next !== undefined) await save(cookie, review, next)
      else if (random() < 0.3) await handIn(cookie, review)
      else await save(cookie, review, questions[Math.floor(random() * questions.length)] ?? '')
      await pause(thinkTime + from)
    }
  }

  return {
    answers,
    submitted,
    wrong,
    repeated: () => repeated,
    go() {
      state.settling = false
      working = Promise.all(reviewers.map((reviewer, i) => work(reviewer, i % 7)))
    },
    async settle() {
      state.settling = true
      await working
    },
  }
}
