import { useId, useRef, useState, type DragEvent } from 'react'
import { formatBytes } from '../format/numbers.ts'
import { useCommonTexts } from '../texts/common.ts'
import { useLanguage } from '../texts/language.tsx'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'

interface FileDropProps {
  /** Only where an error summary must link to the button. */
  readonly id?: string
  /** What is wrong with the choice, from the page. */
  readonly error?: string | undefined
  readonly label: string
  /** Accepted ends of file names with their dot, lower case. */
  readonly extensions: readonly string[]
  readonly file: File | null
  readonly onFile: (file: File) => void
}

/** Choosing one file, by the button or by dropping it. */
export function FileDrop({ id: buttonId, error, label, extensions, file, onFile }: FileDropProps) {
  const texts = useCommonTexts().file
  const language = useLanguage()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState(false)

  const take = (chosen: File | undefined) => {
    if (chosen === undefined) return
    const fits = extensions.some((extension) => chosen.name.toLowerCase().endsWith(extension))
    setRefused(!fits)
    if (fits) onFile(chosen)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }

  return (
    <>
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div
        className="file-drop"
        data-drop-target={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          ref={input}
          type="file"
          hidden
          accept={extensions.join(',')}
          aria-label={label}
          onChange={(event) => {
            take(event.target.files?.[0])
            // Choosing the same file again, after correcting it, must count as a choice.
            event.target.value = ''
          }}
        />
        <Button
          id={buttonId}
          aria-describedby={error === undefined ? id : `${id} ${id}-error`}
          onClick={() => input.current?.click()}
        >
          <Icon name="upload" />
          {texts.choose}
        </Button>
        <p id={id}>
          {texts.drop} <span className="soft">({extensions.join(', ')})</span>
        </p>
        <output>
          {refused
            ? texts.wrongType(extensions.join(', '))
            : file !== null && texts.chosen(file.name, formatBytes(file.size, language))}
        </output>
      </div>
    </>
  )
}
