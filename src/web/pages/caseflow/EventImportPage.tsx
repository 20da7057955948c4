import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { getEventPreview, listEventImports } from '../../../contract/caseflow/event-imports.ts'
import { ask } from '../../api.ts'
import { eventImport as da } from '../../texts/da/event-import.ts'
import { eventImport as en } from '../../texts/en/event-import.ts'
import { useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { useFilters } from '../../ui/filters.ts'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { CaseflowTabs } from './CaseflowTabs.tsx'
import { EventImportForm } from './EventImportForm.tsx'
import { EventImportHistory } from './EventImportHistory.tsx'
import { EventPreviewView } from './EventPreviewView.tsx'
import { useEventFile } from './use-event-file.ts'

/** From a file to the events of the cases: choose, see, confirm. The open preview's id lives in the address. */
export function EventImportPage() {
  return (
    <Permitted action="caseflow.import">
      <Import />
    </Permitted>
  )
}

/** While cases are being judged their number is asked for again so often, in ms. */
const judgingPause = 3000

function Import() {
  const texts = useTexts({ da, en })
  const client = useQueryClient()
  const [{ preview }, setFilters] = useFilters(['preview'])
  const [outcome, setOutcome] = useState<string>()
  const query = useQuery({
    ...ask(listEventImports, {}),
    refetchInterval: ({ state }) => ((state.data?.toJudge ?? 0) > 0 ? judgingPause : false),
  })
  const file = useEventFile((read) => {
    client.setQueryData(ask(getEventPreview, { params: { preview: read.batch.id } }).queryKey, read)
    setFilters({ preview: read.batch.id })
  })
  const close = (message: string | undefined) => {
    setOutcome(message)
    setFilters({ preview: undefined })
    void client.invalidateQueries()
  }
  return (
    <>
      <PageHeading title={texts.title} question={texts.question} />
      <CaseflowTabs />
      <output>{outcome !== undefined && <p className="note">{outcome}</p>}</output>
      <Answer query={query}>
        {(known) => (
          <>
            <output>{known.toJudge > 0 && <p className="note">{texts.judging(known.toJudge)}</p>}</output>
            {preview !== undefined ? (
              <OpenPreview
                id={preview}
                known={known.kinds}
                onClose={close}
                isReading={file.isReading}
                onKinds={(read, kinds) => {
                  const { source, mapping, reading } = read.batch
                  file.reconsider(read)
                  file.change({ kinds })
                  if (file.file === null) close(texts.again)
                  else file.read(file.file, source, { mapping, reading, kinds })
                }}
                onReconsider={(read) => {
                  file.reconsider(read)
                  close(file.file === null ? texts.again : undefined)
                }}
              />
            ) : (
              <>
                <EventImportForm known={known} file={file} onStart={() => setOutcome(undefined)} />
                <EventImportHistory imports={known.imports} onOpen={(id) => setFilters({ preview: id })} />
              </>
            )}
          </>
        )}
      </Answer>
    </>
  )
}

function OpenPreview({
  id,
  ...rest
}: { id: string } & Omit<Parameters<typeof EventPreviewView>[0], 'preview'>) {
  const query = useQuery(ask(getEventPreview, { params: { preview: id } }))
  return <Answer query={query}>{(preview) => <EventPreviewView preview={preview} {...rest} />}</Answer>
}
