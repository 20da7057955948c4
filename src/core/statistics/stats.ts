import { ac1, acInterval } from './ac1.ts'
import { alphaNominal } from './alpha-nominal.ts'
import { barnard } from './barnard.ts'
import { bh } from './bh.ts'
import { boschloo } from './boschloo.ts'
import { cascade } from './cascade.ts'
import { clopperPearson } from './clopper-pearson.ts'
import { dhyper } from './dhyper.ts'
import { fisher } from './fisher.ts'
import { fisherMidP2 } from './fisher-mid-p2.ts'
import { hyperExact } from './hyper-exact.ts'
import {
  boolean,
  key,
  list,
  number,
  object,
  oneOf,
  optional,
  orNull,
  record,
  type Read,
} from './input-fields.ts'
import { jeffreys } from './jeffreys.ts'
import { kappa } from './kappa.ts'
import { kornGraubard } from './korn-graubard.ts'
import { laneyP } from './laney-p.ts'
import { mcnemarMidP } from './mcnemar-mid-p.ts'
import { newcombe } from './newcombe.ts'
import { pChart } from './p-chart.ts'
import { qbeta } from './qbeta.ts'
import { qnorm } from './qnorm.ts'
import { qt } from './qt.ts'
import { requirePositive, requireProbability, requireSuccesses } from './require-number.ts'
import { svyDomainProp } from './svy-domain-prop.ts'
import { tInterval } from './t-interval.ts'
import { twoPhaseMean } from './two-phase-mean.ts'
import { welchT } from './welch-t.ts'
import { wilson } from './wilson.ts'

/** A function by its name on the command line: takes an input object of unknown shape, answers or refuses. */
export type StatsFunction = (input: unknown) => unknown

function named<T>(read: Read<T>, compute: (input: T) => unknown): StatsFunction {
  return (input) => compute(read(input, 'input'))
}

const conf = optional(number)
const one = object({ x: number, n: number, conf })
const two = object({ x1: number, n1: number, x2: number, n2: number })
const ratings = { ratings: list(list(orNull(key))), categories: list(key) }
const chart = object({ x: list(number), n: list(number) })

/** All functions under the names and with the input shapes of `statistics-vectors.json`, and some more. */
export const stats: ReadonlyMap<string, StatsFunction> = new Map(
  Object.entries({
    wilson: named(one, ({ x, n, conf }) => {
      requireSuccesses(x, n)
      return wilson(x, n, conf)
    }),
    wilsonEffective: named(object({ p: number, n: number, conf }), ({ p, n, conf }) => {
      requireProbability(p, 'p')
      requirePositive(n, 'n')
      return wilson(p * n, n, conf)
    }),
    clopperPearson: named(one, ({ x, n, conf }) => clopperPearson(x, n, conf)),
    jeffreys: named(one, ({ x, n, conf }) => jeffreys(x, n, conf)),
    kornGraubard: named(
      object({ p: number, se: number, n: number, df: number, conf }),
      ({ p, se, n, df, conf }) => kornGraubard(p, se, n, df, conf),
    ),
    hyperExact: named(object({ x: number, n: number, N: number, conf }), ({ x, n, N, conf }) =>
      hyperExact(x, n, N, conf),
    ),
    newcombe: named(
      object({ x1: number, n1: number, x2: number, n2: number, conf }),
      ({ x1, n1, x2, n2, conf }) => newcombe(x1, n1, x2, n2, conf),
    ),
    fisher: named(two, ({ x1, n1, x2, n2 }) => fisher(x1, n1, x2, n2)),
    fisherMidP2: named(two, ({ x1, n1, x2, n2 }) => fisherMidP2(x1, n1, x2, n2)),
    barnard: named(two, ({ x1, n1, x2, n2 }) => barnard(x1, n1, x2, n2)),
    boschloo: named(two, ({ x1, n1, x2, n2 }) => boschloo(x1, n1, x2, n2)),
    bh: named(object({ p: list(number) }), ({ p }) => bh(p)),
    qbeta: named(object({ p: number, a: number, b: number }), ({ p, a, b }) => qbeta(p, a, b)),
    qnorm: named(object({ p: number }), ({ p }) => qnorm(p)),
    qt: named(object({ p: number, df: number }), ({ p, df }) => qt(p, df)),
    dhyper: named(object({ x: number, m: number, n: number, k: number }), ({ x, m, n, k }) =>
      dhyper(x, m, n, k),
    ),
    mcnemarMidP: named(object({ b: number, c: number }), ({ b, c }) => mcnemarMidP(b, c)),
    kappa: named(object({ table: list(list(number)) }), ({ table }) => kappa(table)),
    ac1: named(object(ratings), ({ ratings, categories }) => ac1(ratings, categories)),
    acInterval: named(object({ ...ratings, conf }), ({ ratings, categories, conf }) =>
      acInterval(ratings, categories, conf),
    ),
    alphaNominal: named(object(ratings), ({ ratings, categories }) => alphaNominal(ratings, categories)),
    tInterval: named(object({ values: list(number), conf }), ({ values, conf }) => tInterval(values, conf)),
    welchT: named(object({ a: list(number), b: list(number), conf }), ({ a, b, conf }) => welchT(a, b, conf)),
    svyDomainProp: named(
      object({
        rows: list(object({ h: key, w: number, y: orNull(number) })),
        strata: list(object({ h: key, N: number })),
        conf,
      }),
      ({ rows, strata, conf }) => svyDomainProp(rows, strata, conf),
    ),
    twoPhaseMean: named(
      object({
        N: number,
        st: list(key),
        x: list(number),
        y: list(orNull(number)),
        in2: list(boolean),
        method: oneOf('full', 'approx', 'simple'),
      }),
      twoPhaseMean,
    ),
    cascade: named(
      object({
        N: number,
        levels: list(number),
        units: list(object({ s: key, y: record(orNull(number)), w: record(number) })),
      }),
      ({ N, levels, units }) => cascade(N, levels, units),
    ),
    pChart: named(chart, ({ x, n }) => pChart(x, n)),
    laneyP: named(chart, ({ x, n }) => laneyP(x, n)),
  }),
)
