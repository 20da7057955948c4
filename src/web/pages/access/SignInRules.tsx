import { useQuery } from '@tanstack/react-query'
import { getSignInRules, setSignInRules } from '../../../contract/access/sign-in-rules.ts'
import { getSession } from '../../../contract/access/session.ts'
import { ask, useSend } from '../../api.ts'
import { ownSignIn as da } from '../../texts/da/own-sign-in.ts'
import { ownSignIn as en } from '../../texts/en/own-sign-in.ts'
import { useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Button } from '../../ui/Button.tsx'
import { Problem } from '../../ui/Problem.tsx'

/** Whether those who sign in with a password must also give a one-time code. */
export function SignInRules() {
  const texts = useTexts({ da, en })
  const query = useQuery(ask(getSignInRules, {}))
  const send = useSend(setSignInRules, [getSignInRules, getSession])
  return (
    <section aria-labelledby="sign-in-rules">
      <h2 id="sign-in-rules">{texts.codes}</h2>
      {send.isError && <Problem error={send.error} />}
      <Answer query={query}>
        {({ secondFactor }) => {
          const other = secondFactor === 'required' ? 'optional' : 'required'
          return (
            <>
              <p>{texts.rule[secondFactor]}</p>
              <Button busy={send.isPending} onClick={() => send.mutate({ body: { secondFactor: other } })}>
                {texts.setRule[other]}
              </Button>
            </>
          )
        }}
      </Answer>
    </section>
  )
}
