import { downloadUnitReport, type ReportFormat } from '../../../contract/report/report.ts'
import { useSend } from '../../api.ts'
import { results as da } from '../../texts/da/results.ts'
import { results as en } from '../../texts/en/results.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { saveFile } from '../report/save-file.ts'

/** To read, to write in, and to show at the meeting. */
const offered = ['pdf', 'docx', 'pptx'] as const satisfies readonly ReportFormat[]

/** A closed round's report for the unit that is looked at. */
export function UnitReport({ round, unit }: { round: string; unit: { id: string; name: string } }) {
  const texts = useTexts({ da, en })
  const lang = useLanguage()
  const made = useSend(downloadUnitReport, [])
  const make = async (format: ReportFormat) => {
    saveFile(await made.mutateAsync({ params: { round, unit: unit.id }, query: { format, lang } }))
  }
  return (
    <section aria-labelledby="unit-report">
      <h2 id="unit-report">{texts.unitReport(unit.name)}</h2>
      <p className="reading-width">{texts.unitReportWhat}</p>
      <div className="button-row">
        {offered.map((format) => (
          <Button
            key={format}
            busy={made.isPending}
            // What went wrong is shown below.
            onClick={() => void make(format).catch(() => undefined)}
          >
            {texts.unitReportAs[format]}
          </Button>
        ))}
      </div>
      <output>{made.isSuccess && texts.unitReportMade(made.data.name)}</output>
      {made.isError && <Problem error={made.error} />}
    </section>
  )
}
