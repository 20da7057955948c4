import { useState } from 'react'
import {
  checkProgramme,
  listIncludedProgrammes,
  programmeExtensions,
  publishProgramme,
  type Published,
} from '../../../contract/programme/publish.ts'
import { listProgrammes } from '../../../contract/programme/programme.ts'
import { useSend } from '../../api.ts'
import { publish as da } from '../../texts/da/publish.ts'
import { publish as en } from '../../texts/en/publish.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { CheckedProgramme } from './CheckedProgramme.tsx'
import { IncludedProgrammes } from './IncludedProgrammes.tsx'

/** For administrators: a programme becomes a published version, from a file or from those that come with Tilsyn. */
export function PublishSection() {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const [file, setFile] = useState<File | null>(null)
  const [asking, setAsking] = useState(false)
  const [done, setDone] = useState('')
  const check = useSend(checkProgramme, [])
  const send = useSend(publishProgramme, [listProgrammes, listIncludedProgrammes])
  const found = check.data
  const publishable = found?.standing === 'first' || found?.standing === 'newer'

  const choose = (chosen: File) => {
    setFile(chosen)
    setDone('')
    check.mutate({ file: chosen, body: {} })
  }
  const finished = (title: string, { version, already }: Published) => {
    setAsking(false)
    setFile(null)
    check.reset()
    send.reset()
    setDone(already ? texts.alreadyDone(title, version) : texts.done(title, version))
  }
  const title = found === undefined ? '' : local(found.programme.title)

  return (
    <section aria-labelledby="publish-heading">
      <h2 id="publish-heading">{texts.heading}</h2>
      <p>{texts.what}</p>
      <output className="done-note">{done}</output>
      <h3>{texts.fromFile}</h3>
      <FileDrop label={texts.file} extensions={programmeExtensions} file={file} onFile={choose} />
      <output>
        {check.isPending && texts.checking}
        {found !== undefined && texts.explained[found.standing]}
      </output>
      {check.isError && <Problem error={check.error} />}
      {found !== undefined && (
        <CheckedProgramme found={found}>
          {publishable && (
            <Button variant="primary" onClick={() => setAsking(true)}>
              {texts.publish}
            </Button>
          )}
        </CheckedProgramme>
      )}
      {found !== undefined && file !== null && (
        <ConfirmDialog
          title={texts.question(title, found.programme.version)}
          open={asking}
          onClose={() => {
            setAsking(false)
            send.reset()
          }}
          action={texts.publish}
          onConfirm={() =>
            send.mutate({ file, body: {} }, { onSuccess: (published) => finished(title, published) })
          }
          busy={send.isPending}
          error={send.error}
        >
          <p>{texts.confirm}</p>
        </ConfirmDialog>
      )}
      <h3>{texts.included}</h3>
      <p>{texts.includedWhat}</p>
      <IncludedProgrammes onPublished={finished} />
    </section>
  )
}
