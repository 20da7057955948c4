import { expect, test } from 'vitest'
import { trustedProxies } from './trusted-proxies.ts'

test('without the setting nobody is believed', () => {
  for (const environment of [{}, { TILSYN_TRUSTED_PROXIES: ' ' }])
    expect(trustedProxies(environment)).toEqual({ ok: true, value: false })
})

test('addresses and networks are believed as they are written', () => {
  expect(trustedProxies({ TILSYN_TRUSTED_PROXIES: '127.0.0.1, 10.20.0.0/24,::1,fd00::/8' })).toEqual({
    ok: true,
    value: ['127.0.0.1', '10.20.0.0/24', '::1', 'fd00::/8'],
  })
})

test.each([
  '1',
  'true',
  'proxy',
  '10.0.0.0/33',
  '0.0.0.0/0',
  '::/0',
  '10.0.0.1,',
  '10.0.0.0/8/8',
  '10.0.0.0/',
])('“%s” is refused with what to write instead', (text) => {
  expect(trustedProxies({ TILSYN_TRUSTED_PROXIES: text })).toMatchObject({
    ok: false,
    problems: [
      { code: 'setting-unusable', text: { en: expect.stringContaining('10.20.0.0/24') as unknown } },
    ],
  })
})

test('the setting that believed anybody is refused with the one that took its place', () => {
  expect(trustedProxies({ TILSYN_TRUST_PROXY: '1' })).toMatchObject({
    ok: false,
    problems: [{ text: { en: expect.stringContaining('TILSYN_TRUSTED_PROXIES') as unknown } }],
  })
})
