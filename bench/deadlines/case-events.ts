import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { randomFrom } from '../imitation/random.ts'

const msInDay = 86_400_000
const firstDay = Date.UTC(2021, 0, 4) / msInDay
/** Days that the cases begin on. */
const span = 1300

/** Events are only written up to here, as a registry knows them. */
const lastDay = Date.UTC(2025, 5, 30) / msInDay

/** Writes at least so many events of invented cases as CSV, always the same ones, mixed as a registry's export is. */
export async function writeCaseEvents(path: string, count: number): Promise<number> {
  const random = randomFrom(20_250_630)
  const file = createWriteStream(path)
  file.write('case_id;event;at;unit;caseworker;interval_months;planned_end\r\n')
  // Cases are written in blocks of a thousand, the rows of a block in the order of days.
  let [written, cases] = [0, 0]
  while (written < count) {
    const rows: Row[] = []
    for (let each = 0; each < 1000; each += 1, cases += 1) rows.push(...caseOf(cases, random))
    const lines = rows
      .filter(({ day }) => day <= lastDay)
      .toSorted((a, b) => a.day - b.day)
      .slice(0, count - written)
      .map(({ text }) => text)
    written += lines.length
    if (!file.write(lines.join(''))) await once(file, 'drain')
  }
  file.end()
  await once(file, 'finish')
  return cases
}

interface Row {
  readonly day: number
  readonly text: string
}

/** One case from its notification to its end, with what is late and what is missing. */
function caseOf(at: number, random: () => number): Row[] {
  const rows: Row[] = []
  const caseId = `BV-${2021 + (at % 4)}-${String(at).padStart(6, '0')}`
  const unit = `Familieenhed ${1 + (at % 7)}`
  const caseworker = `SB${String(at % 180).padStart(3, '0')}`
  const within = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1))
  const add = (event: string, day: number, minute: number | null = null, more = ';'): void => {
    const time = minute === null ? '' : `T${two(Math.floor(minute / 60))}:${two(minute % 60)}`
    const text = `${caseId};${event};${isoDay(day)}${time};${unit};${caseworker};${more}\r\n`
    // The program counts a row that stands twice once.
    if (!rows.some((row) => row.text === text)) rows.push({ day, text })
  }
  const first = firstDay + Math.floor(random() * span)
  const notifications = random() < 0.88 ? 1 : within(2, 3)
  for (let each = 0, day = first; each < notifications; each += 1, day += within(3, 90)) {
    const minute = within(7 * 60, 16 * 60)
    add(
      'notified',
      day,
      random() < 0.98 ? minute : null,
      `;${random() < 0.9 ? isoDay(day + within(60, 200)) : ''}`,
    )
    if (random() < 0.93) {
      const assessed = day + (random() < 0.7 ? 0 : within(1, 2))
      add('assessed', assessed, assessed === day ? minute + within(5, 400) : within(6 * 60, 17 * 60))
    }
    if (random() < 0.9) add('acknowledged', day + within(1, 12))
    if (random() < 0.5) add('oriented', day + within(5, 60))
    if (random() < 0.3) add('reassessed', day + within(1, 30))
  }
  if (random() < 0.2) add('preliminary', first + within(90, 150))
  const examined = first + within(40, 190)
  if (random() < 0.85) add('examined', examined)
  if (random() < 0.6) decide(examined + within(0, 30), add, within, random)
  if (random() < 0.7) add('closed', first + within(30, 400))
  return rows
}

function decide(
  decision: number,
  add: (event: string, day: number, minute?: number | null, more?: string) => void,
  within: (least: number, most: number) => number,
  random: () => number,
): void {
  add('decision', decision)
  if (random() < 0.9) add('conversation', decision + within(-40, 8))
  if (random() < 0.9) add('plan', decision + within(-20, 120))
  if (random() < 0.9) add('consent', decision + within(-15, 4))
  if (random() < 0.4) add('place_decided', decision + within(0, 20))
  const started = decision + within(0, 30)
  add('started', started)
  if (random() < 0.5) add('plan_sent', started + within(0, 40))
  if (random() < 0.4) add('support_offered', started + within(0, 40))
  let last = started
  for (let each = within(0, 4); each > 0; each -= 1) {
    last += within(60, 250)
    const months = ['3', '4', '6', '12', ''][within(0, 4)] ?? ''
    add('followup', last, null, `${months};`)
  }
  for (let each = within(0, 4), day = started; each > 0; each -= 1) {
    day += within(40, 300)
    add('visit', day)
    last = Math.max(last, day)
  }
  if (random() < 0.3) add('ended', last + within(1, 60))
}

function isoDay(day: number): string {
  return new Date(day * msInDay).toISOString().slice(0, 10)
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
