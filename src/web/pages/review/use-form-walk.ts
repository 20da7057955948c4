import { useEffect, useState, type KeyboardEvent, type RefObject } from 'react'
import type { FormQuestion } from '../../../contract/review/review.ts'
import type { AnswerContent } from '../../../core/review/answer-content.ts'
import { askedQuestions, isToFill, missingQuestions } from '../../../core/review/asked-questions.ts'
import { derivedGrades } from '../../../core/review/derived-grade.ts'
import type { AnswerQueue } from './answer-queue.ts'
import { isTyping } from './is-typing.ts'
import { useAnswers } from './use-answers.ts'

/** Where the person is: a question's key, or the end of the form. */
const end = ''

/**
 * A form on its way: what is asked and missing so far, where the person is, and how keys and buttons move them. `form`:
 * around the questions, each of which carries its key as `data-place`.
 */
export function useFormWalk(
  questions: readonly FormQuestion[],
  queue: AnswerQueue,
  form: RefObject<HTMLElement | null>,
) {
  const state = useAnswers(queue)
  const given = givenAnswers(state.answers)
  const asked = askedQuestions(questions, given)
  const missing = missingQuestions(questions, given)
  const grades = derivedGrades(questions, given)
  const [current, setCurrent] = useState(() => missing[0]?.key ?? end)
  // Counts wishes to move the focus, so that going to the same place twice works.
  const [moves, setMoves] = useState(1)

  useEffect(() => {
    targetIn(form.current, current)?.focus({ preventScroll: true })
    // At the first opening the page stays at its top, where the case is named.
    if (moves > 1) placeOf(form.current, current)?.scrollIntoView({ block: 'nearest' })
    // oxlint-disable-next-line react/exhaustive-deps -- only a wish moves the focus, not every answer
  }, [moves])

  const goTo = (key: string) => {
    setCurrent(key)
    setMoves((count) => count + 1)
  }
  const step = (from: string, by: 1 | -1, among = asked) => {
    const at = among.findIndex(({ key }) => key === from)
    const next = among[at + by]
    if (next !== undefined) goTo(next.key)
    else if (by === 1) goTo(end)
  }
  const answer = (key: string, part: Partial<AnswerContent>, moveOn: boolean) => {
    queue.change(key, { ...queue.contentOf(key), ...part })
    if (!moveOn) return
    // What follows from other answers needs no key of its own on the way.
    const next = askedQuestions(questions, givenAnswers(queue.snapshot().answers))
    step(key, 1, next.filter(isToFill))
  }
  const goToMissing = () => {
    const order = questions.map(({ key }) => key)
    const at = order.indexOf(current)
    goTo((missing.find(({ key }) => order.indexOf(key) > at) ?? missing[0])?.key ?? end)
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (event.key.toLowerCase() === 'm') {
      event.preventDefault()
      goToMissing()
    } else if (!isInQuestion(event.target) && passOn(event.key, targetIn(form.current, current)))
      event.preventDefault()
  }
  // Where nothing has the focus, e.g. after a click beside the form, keys belong to the question the person is at.
  useEffect(() => {
    const pressOnPage = (event: globalThis.KeyboardEvent) => {
      if (event.target !== document.body || event.ctrlKey || event.metaKey || event.altKey) return
      if (passOn(event.key, targetIn(form.current, current))) event.preventDefault()
    }
    document.addEventListener('keydown', pressOnPage)
    return () => document.removeEventListener('keydown', pressOnPage)
  }, [form, current])
  return {
    state,
    given,
    asked,
    toFill: asked.filter(isToFill),
    missing,
    grades,
    current,
    /** The question the person is at; undefined at the end. */
    here: asked.find(({ key }) => key === current),
    focusOn: setCurrent,
    goTo,
    goToEnd: () => goTo(asked.at(-1)?.key ?? end),
    goToMissing,
    step,
    answer,
    press,
  }
}

function placeOf(form: HTMLElement | null, key: string): Element | null {
  return form?.querySelector(`[data-place="${CSS.escape(key)}"]`) ?? null
}

/** What in a question takes the focus: the answer given, else the first that can be. */
function targetIn(form: HTMLElement | null, key: string): HTMLElement | null {
  const place = placeOf(form, key)
  return (
    place?.querySelector<HTMLElement>('input:checked, [data-answer]') ??
    place?.querySelector<HTMLElement>('input, button') ??
    null
  )
}

function isInQuestion(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-place]') !== null
}

/** Presses a letter or digit in a question instead of where it was pressed; true when the question took it. */
function passOn(key: string, target: HTMLElement | null): boolean {
  if (target === null || !/^[\p{L}\d]$/u.test(key)) return false
  return !target.dispatchEvent(new window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
}

function givenAnswers(
  answers: ReadonlyMap<string, Pick<AnswerContent, 'answer' | 'value'>>,
): ReadonlyMap<string, string> {
  const given = new Map<string, string>()
  for (const [key, { answer, value }] of answers) {
    const said = answer ?? value
    if (said !== null) given.set(key, said)
  }
  return given
}
