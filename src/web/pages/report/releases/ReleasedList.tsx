import type { ReleasedFile, ReleasedReport } from '../../../../contract/report/releases.ts'
import { formatDate } from '../../../format/dates.ts'
import { formatInteger } from '../../../format/numbers.ts'
import { releases as da } from '../../../texts/da/releases.ts'
import { releases as en } from '../../../texts/en/releases.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'

interface ReleasedListProps {
  readonly releases: readonly ReleasedReport[]
  readonly addressOf: (number: string, file: ReleasedFile) => string
}

/** Released reports with their files, the newest first. */
export function ReleasedList({ releases, addressOf }: ReleasedListProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  return (
    <ul className="plain-list released-list">
      {releases.map((release) => (
        <li key={release.number} id={`report-${release.number}`}>
          <h3>{`${release.number}: ${local(release.title)}`}</h3>
          <p className="soft">
            {`${texts.releasedOn} ${formatDate(release.releasedAt.slice(0, 10), language)}. ${texts.editions[release.edition]}.`}
            {release.corrects !== null && ` ${texts.corrects(release.corrects)}.`}
          </p>
          {release.correction !== null && <p>{local(release.correction)}</p>}
          <ReleasedFiles release={release} addressOf={addressOf} />
          <Disclosure summary={texts.digest}>
            <p>
              <code className="digest">{release.digest}</code>
            </p>
            <p className="small soft">{texts.digestNote}</p>
          </Disclosure>
        </li>
      ))}
    </ul>
  )
}

const dataFormats = new Set(['csv', 'json', 'xlsx'])
/** What most people want to read comes first. */
const order = ['html', 'pdf', 'docx', 'pptx', 'xlsx', 'csv', 'json']
const byFormat = (a: ReleasedFile, b: ReleasedFile) =>
  a.language.localeCompare(b.language) || order.indexOf(a.format) - order.indexOf(b.format)

function ReleasedFiles({
  release: { number, files },
  addressOf,
}: Pick<ReleasedListProps, 'addressOf'> & { readonly release: ReleasedReport }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const nameOf = ({ language: of, format, size }: ReleasedFile) => {
    // Files of a later program may have formats that this client has no word for.
    const word = Object.entries(texts.fileFormats).find(([key]) => key === format)?.[1] ?? format
    return texts.file(
      word,
      texts.languages[of],
      texts.kilobytes(formatInteger(Math.ceil(size / 1000), language)),
    )
  }
  const groups = [
    [texts.read, files.filter(({ format }) => !dataFormats.has(format))],
    [texts.openData, files.filter(({ format }) => dataFormats.has(format))],
  ] as const
  return groups.map(
    ([title, list]) =>
      list.length > 0 && (
        <div key={title} className="released-files">
          <strong>{title}</strong>
          <ul className="plain-list">
            {list.toSorted(byFormat).map((file) => (
              <li key={`${file.language} ${file.format}`}>
                <a
                  href={addressOf(number, file)}
                  // The web page is read where it stands.
                  download={file.format === 'html' ? undefined : true}
                  hrefLang={file.language}
                >
                  {nameOf(file)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ),
  )
}
