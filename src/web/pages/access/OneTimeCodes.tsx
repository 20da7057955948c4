import { useQuery } from '@tanstack/react-query'
import {
  beginSecondFactor,
  confirmSecondFactor,
  getSecondFactor,
  removeSecondFactor,
} from '../../../contract/access/second-factor.ts'
import { getSession } from '../../../contract/access/session.ts'
import { ask, useSend } from '../../api.ts'
import { ownSignIn as da } from '../../texts/da/own-sign-in.ts'
import { ownSignIn as en } from '../../texts/en/own-sign-in.ts'
import { useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { EnrolmentForm } from './EnrolmentForm.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'

/** One's own one-time codes: set up, confirm, turn off. */
export function OneTimeCodes() {
  const texts = useTexts({ da, en })
  const query = useQuery(ask(getSecondFactor, {}))
  const begin = useSend(beginSecondFactor, [])
  const confirm = useSend(confirmSecondFactor, [getSession, getSecondFactor])
  const remove = useSend(removeSecondFactor, [getSecondFactor])
  const error = begin.error ?? remove.error
  return (
    <section aria-labelledby="codes">
      <h2 id="codes">{texts.codes}</h2>
      {error !== null && <Problem error={error} />}
      {confirm.isSuccess ? (
        <RecoveryCodes codes={confirm.data.recoveryCodes} />
      ) : (
        <Answer query={query}>
          {({ on, required, recoveryCodes }) =>
            on ? (
              <>
                <p>{texts.codesOn(recoveryCodes)}</p>
                {required ? (
                  <p className="soft">{texts.codesRequired}</p>
                ) : (
                  <Button busy={remove.isPending} onClick={() => remove.mutate({})}>
                    {texts.codesOff}
                  </Button>
                )}
              </>
            ) : begin.isSuccess ? (
              <EnrolmentForm
                enrolment={begin.data}
                busy={confirm.isPending}
                error={confirm.error}
                onCode={(code) => confirm.mutate({ body: { code } })}
              />
            ) : (
              <>
                <p>{texts.codesWhat}</p>
                <Button variant="primary" busy={begin.isPending} onClick={() => begin.mutate({})}>
                  {texts.codesBegin}
                </Button>
              </>
            )
          }
        </Answer>
      )}
    </section>
  )
}
