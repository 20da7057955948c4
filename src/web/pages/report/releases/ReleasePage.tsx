import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { downloadRelease, getRelease, type ReleaseDetails } from '../../../../contract/report/releases.ts'
import type { ReportFormat } from '../../../../contract/report/report.ts'
import type { Language } from '../../../../core/language/language.ts'
import { ask, useSend } from '../../../api.ts'
import { formatDate, formatDateTime } from '../../../format/dates.ts'
import { paths } from '../../../paths.ts'
import { useMay } from '../../../session.ts'
import { releases as da } from '../../../texts/da/releases.ts'
import { releases as en } from '../../../texts/en/releases.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
import { Breadcrumb } from '../../../ui/Breadcrumb.tsx'
import { Button } from '../../../ui/Button.tsx'
import { KeyValues } from '../../../ui/KeyValues.tsx'
import { Link } from '../../../ui/Link.tsx'
import { PageAnswer } from '../../../ui/PageAnswer.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { Permitted } from '../../../ui/Permitted.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { HiddenFigures } from '../figures/HiddenFigures.tsx'
import { saveFile } from '../save-file.ts'
import { NewRelease } from './NewRelease.tsx'
import { ReleaseChanges } from './ReleaseChanges.tsx'
import { ReleaseEditor } from './ReleaseEditor.tsx'
import { ReleaseState } from './ReleaseState.tsx'
import { ReleaseSteps } from './ReleaseSteps.tsx'

/** One report on its way: where it stands, who takes the next step, and as a draft what stands in it. */
export function ReleasePage() {
  return (
    <Permitted action="release.read">
      <Loaded />
    </Permitted>
  )
}

function Loaded() {
  const { release } = useParams({ from: '/reports/$release' })
  const query = useQuery({
    ...ask(getRelease, { params: { release } }),
    refetchOnMount: 'always' as const,
    // What somebody is writing must not be replaced under their hands.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  return <PageAnswer query={query}>{(details) => <View release={details} />}</PageAnswer>
}

function View({ release }: { release: ReleaseDetails }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const may = useMay()
  const [unsaved, setUnsaved] = useState(false)
  const [correcting, setCorrecting] = useState(false)
  const { state, number, corrects, correction } = release
  const isFrozen = release.digest !== null
  return (
    <>
      <Breadcrumb above={[{ title: texts.title, to: paths.reports() }]} />
      <PageHeading
        title={number === null ? local(release.title) : `${number}: ${local(release.title)}`}
        question={texts.waitsFor[state]}
        actions={
          state === 'released' &&
          may('release.write') && <Button onClick={() => setCorrecting(true)}>{texts.correct}</Button>
        }
      />
      <KeyValues
        items={[
          { key: 'state', name: texts.state, value: <ReleaseState state={state} /> },
          {
            key: 'round',
            name: texts.round,
            value: <Link to={paths.round(release.round)}>{local(release.roundTitle)}</Link>,
          },
          { key: 'edition', name: texts.edition, value: texts.editions[release.edition] },
          ...(release.releasedAt === null
            ? []
            : [
                {
                  key: 'released',
                  name: texts.releasedOn,
                  value: formatDate(release.releasedAt.slice(0, 10), language),
                },
              ]),
          ...(corrects === null
            ? []
            : [{ key: 'corrects', name: texts.corrects(corrects), value: correction && local(correction) }]),
          ...(release.digest === null
            ? []
            : [
                {
                  key: 'digest',
                  name: texts.digest,
                  value: <code className="digest">{release.digest}</code>,
                },
              ]),
        ]}
      />
      <ReleaseSteps release={release} unsaved={unsaved} />
      <Files release={release} unsaved={unsaved} />
      {release.draft !== null && (
        <ReleaseEditor key={release.seen} release={release} draft={release.draft} onUnsaved={setUnsaved} />
      )}
      {isFrozen && <ReleaseChanges release={release.id} />}
      {release.edition === 'public' && state !== 'dropped' && <HiddenFigures release={release.id} />}
      <h2>{texts.history}</h2>
      <ol className="plain-list release-history">
        {release.events.map(({ step, word, person, at }, index) => (
          // Events are only ever added.
          <li key={index}>
            {`${formatDateTime(at, language)}: ${person ?? texts.somebody} ${texts.events[step]}.`}
            {word !== null && <q>{word}</q>}
          </li>
        ))}
      </ol>
      {correcting && <NewRelease corrects={release} onClose={() => setCorrecting(false)} />}
    </>
  )
}

/** The report as it would be printed now, or as it was released. */
function Files({ release, unsaved }: { release: ReleaseDetails; unsaved: boolean }) {
  const texts = useTexts({ da, en })
  const made = useSend(downloadRelease, [])
  if (release.state === 'dropped') return null
  const download = async (lang: Language, format: ReportFormat) => {
    saveFile(await made.mutateAsync({ params: { release: release.id }, query: { lang, format } }))
  }
  return (
    <section>
      <h2>{texts.preview}</h2>
      {release.state !== 'released' && <p className="soft">{unsaved ? texts.unsaved : texts.previewNote}</p>}
      {made.isError && <Problem error={made.error} />}
      {release.languages.map((lang) => (
        <div key={lang} className="button-row">
          {release.formats.map((format) => (
            <Button
              key={format}
              busy={made.isPending}
              // What went wrong is shown above.
              onClick={() => void download(lang, format).catch(() => undefined)}
            >
              {`${texts.fileFormats[format]}${release.languages.length > 1 ? `, ${texts.languages[lang]}` : ''}`}
            </Button>
          ))}
        </div>
      ))}
    </section>
  )
}
