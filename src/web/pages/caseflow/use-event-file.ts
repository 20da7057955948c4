import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import {
  previewEvents,
  type EventPreview,
  type EventReading,
} from '../../../contract/caseflow/event-imports.ts'
import { call } from '../../../contract/client.ts'
import { fetchWithProgress } from '../../upload.ts'

type Names = Readonly<Record<string, string>>

/** What a person has said of how a file is read; what is left out is as the source was read last. */
interface EventChoice {
  readonly mapping?: Names
  readonly kinds?: Names
  readonly reading?: EventReading
}

/** The file that is being imported and how it is to be read: kept while a preview is looked at, so that it can be read anew. */
export function useEventFile(onPreview: (preview: EventPreview) => void) {
  const [source, setSource] = useState<string>()
  const [file, setFile] = useState<File | null>(null)
  const [choice, setChoice] = useState<EventChoice>({})
  /** The columns there are to choose among, once the file has been looked at. */
  const [columns, setColumns] = useState<readonly string[]>()
  const [sent, setSent] = useState(0)
  const sending = useMutation({
    mutationFn: ({ of, chosen, from }: { of: File; chosen: EventChoice; from: string }) =>
      call(
        previewEvents,
        { file: of, body: { source: from, ...asJson(chosen) } },
        { fetch: fetchWithProgress(setSent) },
      ),
    onSuccess: (answer) => {
      if (answer.kind === 'preview') {
        onPreview(answer.preview)
        return
      }
      setColumns(answer.columns)
      setChoice((before) => ({ ...before, mapping: answer.mapping, reading: answer.reading }))
    },
  })
  return {
    source,
    file,
    choice,
    columns,
    /** Share of the file that has been sent, 0 to 1. */
    sent,
    isReading: sending.isPending,
    error: sending.error,
    problems: sending.data?.kind === 'unmatched' ? sending.data.problems : [],
    chooseSource: (name: string) => {
      setSource(name)
      setChoice({})
    },
    chooseFile: (chosen: File | null) => {
      setFile(chosen)
      setColumns(undefined)
      setChoice(({ kinds }) => (kinds === undefined ? {} : { kinds }))
      sending.reset()
    },
    change: (more: EventChoice) => setChoice((before) => ({ ...before, ...more })),
    read: (of: File, from: string, more: EventChoice = {}) => {
      const chosen = { ...choice, ...more }
      setSource(from)
      setChoice(chosen)
      setSent(0)
      sending.mutate({ of, chosen, from })
    },
    /** Back to the choices by which a preview was read. */
    reconsider: ({ batch }: EventPreview) => {
      setSource(batch.source)
      setColumns(batch.columns)
      setChoice({ mapping: batch.mapping, kinds: batch.kinds, reading: batch.reading })
      sending.reset()
    },
  }
}

export type EventFile = ReturnType<typeof useEventFile>

function asJson({ mapping, kinds, reading }: EventChoice) {
  return {
    ...(mapping !== undefined && { mapping: JSON.stringify(mapping) }),
    ...(kinds !== undefined && { kinds: JSON.stringify(kinds) }),
    ...(reading !== undefined && { reading: JSON.stringify(reading) }),
  }
}
