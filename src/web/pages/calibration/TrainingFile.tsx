import { formatDate } from '../../format/dates.ts'
import { useLanguage } from '../../texts/language.tsx'

interface TrainingFileProps {
  readonly documents: readonly { readonly title: string; readonly date: string; readonly text: string }[]
}

/** The documents of an invented file, in its order. They are in Danish, whatever the language of the page. */
export function TrainingFile({ documents }: TrainingFileProps) {
  const language = useLanguage()
  return (
    <>
      {documents.map(({ title, date, text }, index) => (
        // Documents may have the same heading; their place is their name.
        <article className="training-document" key={index} lang="da">
          <h3>{title}</h3>
          <p className="soft small" lang={language}>
            {formatDate(date, language)}
          </p>
          <p className="pre-line">{joinLines(text)}</p>
        </article>
      ))}
    </>
  )
}

/** Lines broken to fit the file are one paragraph; a blank line begins a new one. */
function joinLines(text: string): string {
  return text
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.replaceAll(/\s*\n\s*/gu, ' ').trim())
    .join('\n\n')
}
