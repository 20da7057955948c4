import type { LocalText } from '../language/language.ts'
import type { EventKind } from './deadline-rules.ts'
import { presentPrefix, reasons, saysPrefix, timePrefix, unregisteredPrefix, type Reason } from './reasons.ts'

const words: Readonly<Record<Reason, LocalText>> = {
  stopped: { da: 'fristen faldt bort, før den blev holdt', en: 'the deadline fell away before it was kept' },
  exception: { da: 'undtagelse med begrundelse', en: 'exception with a reason' },
  'exception-without-reason': { da: 'undtagelsen har ingen begrundelse', en: 'the exception has no reason' },
  paused: { da: 'fristen er sat i bero', en: 'the deadline is paused' },
  'pause-without-reason': { da: 'pausen har ingen begrundelse', en: 'the pause has no reason' },
  'asked-of-reviewer': { da: 'ses ikke af hændelser; besvares ved gennemgang', en: 'not seen from events; answered at the review' },
  'no-rules-in-force': { da: 'ingen af reglerne gjaldt den dag', en: 'none of the rules was in force that day' },
  'end-before-start': { da: 'svaret er dateret før det, det svarer på', en: 'the answer is dated before what it answers' },
} // prettier-ignore

/** Why a deadline has the state it has, in words. A kind of event or an attribute is what is missing. */
export function becauseWords(because: string, kinds: readonly EventKind[]): LocalText {
  const reason = reasons.find((known) => known === because)
  if (reason !== undefined) return words[reason]
  if (because.startsWith(saysPrefix)) {
    const attribute = because.slice(saysPrefix.length)
    return {
      da: `reglen gælder ikke for det, der står i "${attribute}"`,
      en: `the rule does not ask where "${attribute}" says this`,
    }
  }
  if (because.startsWith(presentPrefix)) {
    const present = because.slice(presentPrefix.length)
    const name = kinds.find((kind) => kind.key === present)?.name ?? { da: present, en: present }
    return { da: `forelå i forvejen: ${name.da}`, en: `there before: ${name.en}` }
  }
  if (because.startsWith(unregisteredPrefix)) {
    const unregistered = because.slice(unregisteredPrefix.length)
    const name = kinds.find((kind) => kind.key === unregistered)?.name ?? {
      da: unregistered,
      en: unregistered,
    }
    return {
      da: `er aldrig registreret i nogen sag: ${name.da}`,
      en: `never registered in any case: ${name.en}`,
    }
  }
  const isTime = because.startsWith(timePrefix)
  const key = isTime ? because.slice(timePrefix.length) : because
  const name = kinds.find((kind) => kind.key === key)?.name
  if (name === undefined)
    return { da: `oplysningen "${key}" mangler`, en: `the column "${key}" says nothing` }
  return isTime
    ? { da: `klokkeslættet mangler: ${name.da}`, en: `time of day missing: ${name.en}` }
    : { da: `mangler: ${name.da}`, en: `missing: ${name.en}` }
}
