import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { checkRules, rulesExtensions, type RulesCandidate } from '../../../../contract/caseflow/rules.ts'
import { call } from '../../../../contract/client.ts'
import { rules as da } from '../../../texts/da/rules.ts'
import { rules as en } from '../../../texts/en/rules.ts'
import { useTexts } from '../../../texts/language.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { CheckedRules } from './CheckedRules.tsx'

interface PublishRulesProps {
  /** A file that was read, or an earlier version that is to be used again. */
  readonly candidate: RulesCandidate | undefined
  /** What has been done, in words. */
  readonly done: string
  readonly onChoose: (candidate: RulesCandidate | undefined) => void
  readonly onDone: (words: string) => void
}

/** For administrators: rules from a file, or an earlier version, looked at before they are published. */
export function PublishRules({ candidate, done, onChoose, onDone }: PublishRulesProps) {
  const texts = useTexts({ da, en })
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const check = useQuery({
    queryKey: [checkRules.path, candidate],
    queryFn: ({ signal }) =>
      candidate === undefined ? null : call(checkRules, { body: { candidate } }, { signal }),
    // What is published meanwhile makes another answer of it.
    gcTime: 0,
    retry: false,
  })
  return (
    <section aria-labelledby="publish-rules">
      <h2 id="publish-rules">{texts.publishHeading}</h2>
      <p>{texts.publishWhat}</p>
      <output className="done-note">{done}</output>
      <FileDrop
        label={texts.file}
        extensions={rulesExtensions}
        file={candidate?.text === undefined ? null : file}
        onFile={(chosen) => {
          setFile(chosen)
          void chosen.text().then((text) => onChoose({ file: chosen.name, text }))
        }}
      />
      <output>{candidate !== undefined && check.isPending && texts.checking}</output>
      {check.isError && <Problem error={check.error} />}
      {candidate !== undefined && check.data != null && (
        <CheckedRules
          // Another choice begins anew: its trial is not the one before.
          key={JSON.stringify(candidate)}
          candidate={candidate}
          found={check.data}
          onCancel={() => onChoose(undefined)}
          onDone={(words) => {
            onDone(words)
            void client.invalidateQueries()
          }}
        />
      )}
    </section>
  )
}
