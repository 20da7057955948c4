import { expect, test } from 'vitest'
import type { PrintedReport, PrintedRunChart } from '../core/report/printed-report.ts'
import { formats, renderers } from './renderers.ts'

const day = new Date('2018-10-01T12:00:00Z')

const chart: PrintedRunChart = {
  kind: 'run-chart',
  number: 1,
  caption: 'Nye underretninger pr. uge',
  alternative: 'Mellem 2 og 19 om ugen; "flest" i uge 7 & færrest i uge 3.',
  ticks: [0, 5, 10, 15, 20].map((value) => ({ at: value / 20, text: String(value) })),
  points: Array.from({ length: 26 }, (_, at) => ({
    at: at === 5 ? null : (2 + ((at * 7) % 18)) / 20,
    period: at % 3 === 1 ? `uge ${at + 1}` : null,
    limits: at < 20 ? ([0.05, 0.95] as const) : null,
    marked: at === 7,
    unfinished: at === 25,
  })),
  centre: { at: 0.5, name: 'median: 10' },
}

const reportOf = (block: PrintedRunChart): PrintedReport => ({
  language: 'da',
  audience: 'internal',
  title: 'Ugerapport',
  subtitle: 'Uge 40',
  municipality: 'Prøve Kommune',
  edition: 'Intern udgave',
  notice: null,
  brief: true,
  basis: 'Regler: prøve',
  brand: null,
  figures: [],
  sections: [{ key: 'a', number: '1', title: 'Underretninger', wide: false, sections: [], blocks: [block] }],
})

test.each(formats)('%s takes a report with a run chart', async (format) => {
  expect((await renderers[format](reportOf(chart), day)).length).toBeGreaterThan(0)
})

test('the picture in the web page says in words what it shows, and has a gap where there is no number and before a week that is not over', async () => {
  const page = new TextDecoder().decode(await renderers.html(reportOf(chart), day))
  expect(page).toContain(
    'aria-label="Mellem 2 og 19 om ugen; &quot;flest&quot; i uge 7 &amp; færrest i uge 3."',
  )
  const lines = [...page.matchAll(/<polyline[^>]*points="([^"]*)"/g)].map(
    ([, at = '']) => at.split(' ').length,
  )
  expect(lines).toEqual([5, 19])
  expect(page.match(/<circle class="now"/g)).toHaveLength(24)
  expect(page.match(/<circle class="before"/g)).toHaveLength(1)
  expect(page.match(/<rect class="sign"/g)).toHaveLength(1)
  expect(page).toContain(
    '● målt · ○ ikke slut eller ikke afgjort endnu · ┄ median: 10 · — kontrolgrænser · □ skiller sig ud',
  )
})

test('the PDF reads the words aloud instead of the picture', async () => {
  const alternative = 'Mellem 2 og 19 om ugen'
  const pdf = Buffer.from(await renderers.pdf(reportOf({ ...chart, alternative }), day)).toString('latin1')
  expect(pdf).toContain(`/Alt (${alternative})`)
})
