import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { getPreview, listImports, type Preview } from '../../../contract/registry/imports.ts'
import { ask } from '../../api.ts'
import { registry as da } from '../../texts/da/registry.ts'
import { registry as en } from '../../texts/en/registry.ts'
import { useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useFilters } from '../../ui/filters.ts'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { ImportForm } from './ImportForm.tsx'
import { ImportHistory } from './ImportHistory.tsx'
import { PreviewView } from './PreviewView.tsx'

/** From a file to the case register: choose, see, confirm. The open preview's id lives in the address. */
export function ImportPage() {
  return (
    <Permitted action="registry.import">
      <Import />
    </Permitted>
  )
}

function Import() {
  const texts = useTexts({ da, en })
  const client = useQueryClient()
  const [{ preview }, setFilters] = useFilters(['preview'])
  const [outcome, setOutcome] = useState<string>()
  // Kept here, so that the next file of the same source needs no new choice.
  const [source, setSource] = useState<string>()
  const query = useQuery(ask(listImports, {}))
  const show = (read: Preview) => {
    client.setQueryData(ask(getPreview, { params: { preview: read.batch.id } }).queryKey, read)
    setFilters({ preview: read.batch.id })
  }
  const open = (id: string | undefined) => {
    setOutcome(undefined)
    setFilters({ preview: id })
  }
  const close = (message: string) => {
    setOutcome(message)
    setFilters({ preview: undefined })
    void client.invalidateQueries()
  }
  return (
    <>
      <PageHeading title={texts.title} question={texts.question} />
      <output>{outcome !== undefined && <p className="note">{outcome}</p>}</output>
      <Answer query={query}>
        {(imports) =>
          preview !== undefined ? (
            <OpenPreview id={preview} onClose={close} />
          ) : imports.units.length === 0 ? (
            <EmptyState title={texts.noUnits}>{texts.noUnitsBody}</EmptyState>
          ) : (
            <>
              <ImportForm
                known={imports}
                source={source ?? imports.sources[0]?.name ?? ''}
                onSource={setSource}
                onPreview={show}
                onStart={() => setOutcome(undefined)}
              />
              <ImportHistory imports={imports.imports} onOpen={open} />
            </>
          )
        }
      </Answer>
    </>
  )
}

function OpenPreview({ id, onClose }: { id: string; onClose: (message: string) => void }) {
  const query = useQuery(ask(getPreview, { params: { preview: id } }))
  return <Answer query={query}>{(preview) => <PreviewView preview={preview} onClose={onClose} />}</Answer>
}
