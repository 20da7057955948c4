import { useState, type SubmitEvent } from 'react'
import {
  getRelease,
  saveRelease,
  type EditsOfRelease,
  type ReleaseDetails,
  type ReleaseDraft,
} from '../../../../contract/report/releases.ts'
import { languages, type LocalText } from '../../../../core/language/language.ts'
import { useSend } from '../../../api.ts'
import { releases as da } from '../../../texts/da/releases.ts'
import { releases as en } from '../../../texts/en/releases.ts'
import { useLocal, useTexts } from '../../../texts/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { FigureTextField } from './FigureTextField.tsx'

interface ReleaseEditorProps {
  readonly release: ReleaseDetails
  readonly draft: ReleaseDraft
  readonly onUnsaved: (unsaved: boolean) => void
}

type Texts = EditsOfRelease['passages'][number]

/** What people make of the draft: parts left out, remarks of their own, the program's statements in other words. */
export function ReleaseEditor({ release, draft, onUnsaved }: ReleaseEditorProps) {
  const texts = useTexts({ da, en })
  const save = useSend(saveRelease, [getRelease])
  const [edits, setEdits] = useState(draft.edits)
  const [changed, setChanged] = useState(false)
  const isEnglish = release.languages.includes('en')
  const change = (next: Partial<EditsOfRelease>) => {
    setEdits({ ...edits, ...next })
    setChanged(true)
    onUnsaved(true)
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (save.isPending) return
    // A remark without a word is none.
    const passages = edits.passages.filter((each) => each.da.trim() !== '')
    const rewordings = edits.rewordings.filter((each) => each.da.trim() !== '')
    save.mutate(
      {
        params: { release: release.id },
        body: { seen: release.seen, edits: { ...edits, passages, rewordings } },
      },
      { onSuccess: () => onUnsaved(false) },
    )
  }
  const problemsOf = (list: 'passages' | 'rewordings', at: number) =>
    changed
      ? []
      : draft.problems.flatMap((problem) =>
          problem.kind === 'text' && problem.in === list && problem.at === at ? [problem] : [],
        )
  const gone = draft.problems.flatMap((problem) => (problem.kind === 'statement-gone' ? [problem.at] : []))
  const setAt = (list: 'passages' | 'rewordings', at: number, next: Partial<Texts>) =>
    change({ [list]: edits[list].map((each, index) => (index === at ? { ...each, ...next } : each)) })
  const removeAt = (list: 'passages' | 'rewordings', at: number) =>
    change({ [list]: edits[list].filter((_each, index) => index !== at) })
  return (
    <form noValidate onSubmit={submit} className="release-editor">
      <h2>{texts.parts}</h2>
      <p className="soft">{texts.partsNote}</p>
      {save.isError && <Problem error={save.error} />}
      {gone.length > 0 && !changed && (
        <section className="problem">
          <h3>{texts.goneTitle}</h3>
          <p>{texts.warnings.gone}</p>
          {gone.map((at) => (
            <div key={at}>
              <p>{edits.rewordings[at]?.da}</p>
              <Button onClick={() => removeAt('rewordings', at)}>{texts.remove}</Button>
            </div>
          ))}
        </section>
      )}
      {draft.sections.map((section) => (
        <Part
          key={section.key}
          section={section}
          draft={draft}
          edits={edits}
          english={isEnglish}
          problemsOf={problemsOf}
          onChange={change}
          onText={setAt}
          onRemove={removeAt}
        />
      ))}
      <div className="button-row release-save">
        <Button type="submit" variant="primary" busy={save.isPending}>
          {texts.save}
        </Button>
        <output className="soft">{changed ? texts.unsaved : release.seen > 0 ? texts.saved : ''}</output>
      </div>
    </form>
  )
}

type TextProblem = Extract<ReleaseDraft['problems'][number], { readonly kind: 'text' }>

interface PartProps {
  readonly section: ReleaseDraft['sections'][number]
  readonly draft: ReleaseDraft
  readonly edits: EditsOfRelease
  readonly english: boolean
  readonly problemsOf: (list: 'passages' | 'rewordings', at: number) => readonly TextProblem[]
  readonly onChange: (next: Partial<EditsOfRelease>) => void
  readonly onText: (list: 'passages' | 'rewordings', at: number, next: Partial<Texts>) => void
  readonly onRemove: (list: 'passages' | 'rewordings', at: number) => void
}

function Part({ section: { key, title, annex, needed }, draft, edits, english, ...rest }: PartProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const isIn = !edits.leftOut.includes(key)
  const figures = draft.figures.filter((figure) => figure.section === key)
  const own = edits.passages.flatMap((passage, at) => (passage.section === key ? [{ passage, at }] : []))
  const statements = draft.statements.filter((statement) => statement.section === key)
  return (
    <fieldset className="release-part">
      <legend>
        {local(title)}
        {annex && <span className="soft"> ({texts.annex})</span>}
      </legend>
      {needed ? (
        <p className="soft small">{texts.needed}</p>
      ) : (
        <Checkbox
          checked={isIn}
          onChange={(checked) =>
            rest.onChange({
              leftOut: checked ? edits.leftOut.filter((each) => each !== key) : [...edits.leftOut, key],
            })
          }
        >
          {texts.included}
        </Checkbox>
      )}
      {isIn && (
        <>
          {own.map(({ passage, at }) => (
            <div key={at} className="release-text">
              <BothLanguages
                labels={{ da: texts.remark, en: texts.remarkEnglish }}
                english={english}
                text={passage}
                figures={figures}
                problems={rest.problemsOf('passages', at)}
                onChange={(next) => rest.onText('passages', at, next)}
              />
              <Button onClick={() => rest.onRemove('passages', at)}>{texts.remove}</Button>
            </div>
          ))}
          <Button
            onClick={() => rest.onChange({ passages: [...edits.passages, { section: key, da: '', en: '' }] })}
          >
            {texts.addRemark}
          </Button>
          {statements.length > 0 && (
            <Disclosure summary={texts.statements(statements.length)}>
              <p className="soft small">{texts.rewordNote}</p>
              <ul className="plain-list release-statements">
                {statements.map(({ text, printed }) => {
                  const at = edits.rewordings.findIndex(
                    (each) => each.section === key && each.was === text.da,
                  )
                  const other = edits.rewordings[at]
                  return (
                    <li key={text.da}>
                      <p>{local(printed)}</p>
                      {other === undefined ? (
                        <Button
                          onClick={() =>
                            rest.onChange({
                              rewordings: [...edits.rewordings, { section: key, was: text.da, ...text }],
                            })
                          }
                        >
                          {texts.reword}
                        </Button>
                      ) : (
                        <div className="release-text">
                          <BothLanguages
                            labels={{ da: texts.reword, en: texts.rewordEnglish }}
                            english={english}
                            text={other}
                            figures={figures}
                            problems={rest.problemsOf('rewordings', at)}
                            onChange={(next) => rest.onText('rewordings', at, next)}
                          />
                          <Button onClick={() => rest.onRemove('rewordings', at)}>{texts.restore}</Button>
                        </div>
                      )}
                    </li>
                  )
                })}
              </ul>
            </Disclosure>
          )}
        </>
      )}
    </fieldset>
  )
}

interface BothLanguagesProps {
  readonly labels: LocalText
  /** Whether the report is printed in English too. */
  readonly english: boolean
  readonly text: LocalText
  readonly figures: ReleaseDraft['figures']
  readonly problems: readonly TextProblem[]
  readonly onChange: (next: Partial<LocalText>) => void
}

function BothLanguages({ labels, english, text, onChange, ...rest }: BothLanguagesProps) {
  return (english ? languages : (['da'] as const)).map((language) => (
    <FigureTextField
      key={language}
      label={labels[language]}
      language={language}
      text={text[language]}
      onChange={(words) => onChange({ [language]: words })}
      {...rest}
    />
  ))
}
