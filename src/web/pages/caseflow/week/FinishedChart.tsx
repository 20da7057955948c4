import type { FlowCurve, FlowTime } from '../../../../core/caseflow/flow/week-report.ts'
import { formatInteger, formatInterval, formatPercent } from '../../../format/numbers.ts'
import { flowReports as da } from '../../../texts/da/flow-reports.ts'
import { flowReports as en } from '../../../texts/en/flow-reports.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
import { ChartFrame } from '../../../ui/ChartFrame.tsx'
import { DataTable, type DataColumn } from '../../../ui/DataTable.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { curvePaths, dayTicks, lastDrawn, tableSteps } from './finished-curve.ts'

/** How many have ended by each day: in words, as a staircase with its uncertainty, and as a table. */
export function FinishedChart({ time, curve }: { time: FlowTime; curve: FlowCurve | undefined }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const id = `time-${time.key}`
  const { curve: words } = texts
  const { cohort } = time
  const { median, lower, upper } = cohort.kaplanMeier
  const ends = [lower, upper].map((end) => (end === null ? texts.beyond : formatInteger(end, language)))
  const sentence =
    median === null ? words.noHalf : words.half(texts.days(median), ends[0] ?? '', ends[1] ?? '')
  const name = local(time.name)
  if (curve === undefined || cohort.finished === 0)
    return (
      <section className="series" aria-labelledby={id}>
        <h3 id={id}>{name}</h3>
        <p className="soft">{cohort.begun === 0 ? words.none : words.noneFinished(cohort.open)}</p>
      </section>
    )
  return (
    <section className="series" aria-labelledby={id}>
      <h3 id={id}>{name}</h3>
      <p className="small">
        <strong>{sentence}</strong> {words.open(cohort.open, cohort.begun)}{' '}
        {cohort.mean !== null && words.mean(texts.days(Math.round(cohort.mean * 10) / 10), cohort.open)}
      </p>
      <CurvePicture curve={curve} median={median} label={words.label(name, sentence)} />
      <Disclosure summary={texts.tableBehind}>
        <CurveTable curve={curve} caption={words.caption(name)} />
      </Disclosure>
    </section>
  )
}

const shareTicks = [0, 0.25, 0.5, 0.75, 1]

interface CurvePictureProps {
  readonly curve: FlowCurve
  readonly median: number | null
  readonly label: string
}

function CurvePicture({ curve, median, label }: CurvePictureProps) {
  const { curve: texts } = useTexts({ da, en })
  const language = useLanguage()
  const until = lastDrawn(curve)
  const { line, band } = curvePaths(curve.steps, until)
  const x = (day: number) => `${(day / Math.max(1, until)) * 100}%`
  return (
    <ChartFrame
      label={label}
      ticks={shareTicks}
      format={(share) => formatPercent(share, language)}
      y={(share) => 100 - share * 100}
      axis={
        <ol className="days no-max-width" aria-hidden="true">
          {dayTicks(until).map((day) => (
            <li key={day} style={{ left: x(day) }}>
              {texts.dayShort(day)}
            </li>
          ))}
        </ol>
      }
      caption={
        <span className="run-legend">
          <span className="key-curve">{texts.legend.share}</span>
          <span className="key-band">{texts.legend.band}</span>
          {median !== null && <span className="key-half">{texts.legend.half}</span>}
          {until < curve.lastDay && texts.endsAt(until)}
        </span>
      }
    >
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">
        <path className="band" d={band} />
        <path className="curve" d={line} vectorEffect="non-scaling-stroke" />
      </svg>
      {median !== null && (
        <>
          <line className="half" x1="0" x2={x(median)} y1="50%" y2="50%" />
          <line className="half" x1={x(median)} x2={x(median)} y1="50%" y2="100%" />
        </>
      )}
    </ChartFrame>
  )
}

type Step = FlowCurve['steps'][number]

function CurveTable({ curve, caption }: { curve: FlowCurve; caption: string }) {
  const { curve: texts } = useTexts({ da, en })
  const language = useLanguage()
  const columns: readonly DataColumn<Step>[] = [
    { key: 'day', title: texts.day, rowHeader: true, render: ({ day }) => formatInteger(day, language) },
    {
      key: 'finished',
      title: texts.finished,
      align: 'end',
      render: ({ finished }) => formatPercent(finished, language),
    },
    {
      key: 'interval',
      title: texts.interval,
      align: 'end',
      render: ({ lower, upper }) => formatInterval([lower, upper], language),
    },
    {
      key: 'at-risk',
      title: texts.atRisk,
      align: 'end',
      render: ({ atRisk }) => formatInteger(atRisk, language),
    },
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={tableSteps(curve)}
      rowKey={({ day }) => String(day)}
    />
  )
}
