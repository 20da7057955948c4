import { audiences, downloadReport, reportFormats, type Audience } from '../../../contract/report/report.ts'
import { languages } from '../../../core/language/language.ts'
import { useSend } from '../../api.ts'
import { report as da } from '../../texts/da/report.ts'
import { report as en } from '../../texts/en/report.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { useFilters } from '../../ui/filters.ts'
import { Problem } from '../../ui/Problem.tsx'
import { saveFile } from './save-file.ts'

/** Which edition, and the button that makes it. The choice stands in the address. */
export function EditionForm({ round, audience }: { round: string; audience: Audience }) {
  const texts = useTexts({ da, en })
  const own = useLanguage()
  const [filters, setFilters] = useFilters(['audience', 'lang', 'format'])
  const lang = languages.find((one) => one === filters.lang) ?? own
  const format = reportFormats.find((one) => one === filters.format) ?? 'pdf'
  const made = useSend(downloadReport, [])
  const make = async () => {
    const file = await made.mutateAsync({ params: { round }, query: { format, lang, audience } })
    saveFile(file)
  }
  return (
    <section>
      <h2>{texts.choose}</h2>
      <Choice
        label={texts.audience}
        value={audience}
        options={audiences.map((one) => [one, texts.audiences[one]])}
        onChange={(value) => setFilters({ audience: value })}
      />
      <Choice
        label={texts.language}
        value={lang}
        options={languages.map((one) => [one, texts.languages[one]])}
        onChange={(value) => setFilters({ lang: value })}
      />
      <Choice
        label={texts.format}
        value={format}
        options={reportFormats.map((one) => [one, texts.formats[one]])}
        onChange={(value) => setFilters({ format: value })}
      />
      <div className="button-row">
        <Button
          variant="primary"
          busy={made.isPending}
          // What went wrong is shown below.
          onClick={() => void make().catch(() => undefined)}
        >
          {made.isPending ? texts.downloading : texts.download}
        </Button>
      </div>
      <p className="soft small">{texts.logged}</p>
      <output>{made.isSuccess && texts.ready(made.data.name)}</output>
      {made.isError && <Problem error={made.error} />}
    </section>
  )
}
