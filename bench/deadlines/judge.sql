-- The rules of rules.yaml by hand, as of the end of $as_of: each deadline a row, written as BREACHES.csv has them.
-- It relies on what the invented cases are like (an end never comes before its start, one decision a case), where the
-- program does not; so it does less, which is to its advantage as a yardstick.
SET TimeZone = 'Europe/Copenhagen';

CREATE TEMP TABLE event AS
SELECT
  case_id,
  event,
  CAST(left("at", 10) AS DATE) AS day,
  -- A clock in Denmark showed it; the session's time zone says when that was.
  CASE WHEN length("at") > 10 THEN epoch_ms(CAST(CAST("at" AS TIMESTAMP) AS TIMESTAMPTZ)) END AS moment,
  unit,
  caseworker,
  TRY_CAST(interval_months AS INTEGER) AS months,
  TRY_CAST(planned_end AS DATE) AS planned
FROM read_csv(
  '$events',
  delim = ';',
  header = true,
  quote = '',
  nullstr = '',
  columns = {
    'case_id': 'VARCHAR', 'event': 'VARCHAR', 'at': 'VARCHAR', 'unit': 'VARCHAR', 'caseworker': 'VARCHAR',
    'interval_months': 'VARCHAR', 'planned_end': 'VARCHAR'
  }
);

-- Working days: the rank of the last one up to each day, and the day of each rank.
CREATE TEMP TABLE calendar AS
WITH
  easter(sunday) AS (
    VALUES (DATE '2021-04-04'), (DATE '2022-04-17'), (DATE '2023-04-09'), (DATE '2024-03-31'), (DATE '2025-04-20')
  ),
  holiday AS (
    SELECT sunday + shift AS day
    FROM easter, unnest([-3, -2, 0, 1, 26, 39, 49, 50]) AS shifts(shift)
    WHERE shift <> 26 OR sunday < DATE '2024-01-01'
    UNION
    SELECT make_date(year, month, date)
    FROM range(2021, 2027) AS years(year), (VALUES (1, 1), (12, 25), (12, 26)) AS fixed(month, date)
  ),
  days AS (
    SELECT CAST(day AS DATE) AS day
    FROM generate_series(DATE '2020-12-01', DATE '2025-12-31', INTERVAL 1 DAY) AS series(day)
  )
SELECT
  day,
  isodow(day) < 6 AND day NOT IN (SELECT day FROM holiday) AS is_working,
  count(*) FILTER (isodow(day) < 6 AND day NOT IN (SELECT day FROM holiday)) OVER (ORDER BY day) AS rank
FROM days;

-- Events of a kind by number, for rules where each end closes the oldest start.
CREATE TEMP TABLE numbered AS
SELECT *, row_number() OVER (PARTITION BY case_id, event ORDER BY day, moment NULLS FIRST) AS number
FROM event
WHERE event IN (
  'notified', 'assessed', 'acknowledged', 'oriented', 'started', 'plan_sent', 'support_offered', 'decision', 'place_decided'
);

CREATE TEMP TABLE judged AS
WITH
  -- Rules that count in days: what started them, the last day, and what was done.
  notified AS (SELECT * FROM numbered WHERE event = 'notified'),
  decision AS (SELECT * FROM numbered WHERE event = 'decision'),
  started AS (SELECT * FROM numbered WHERE event = 'started'),
  b02 AS (
    SELECT s.*, next.day AS due, e.day AS done
    FROM notified AS s
    JOIN calendar AS today ON today.day = s.day
    JOIN calendar AS next ON next.is_working AND next.rank = today.rank + 6
    LEFT JOIN numbered AS e ON e.case_id = s.case_id AND e.number = s.number AND e.event = 'acknowledged'
  ),
  b06 AS (
    SELECT s.*, CAST(s.day + INTERVAL 4 MONTH AS DATE) AS due, e.day AS done
    FROM notified AS s
    ASOF LEFT JOIN (SELECT case_id, day FROM event WHERE event = 'examined') AS e
      ON e.case_id = s.case_id AND e.day >= s.day
  ),
  b07 AS (
    SELECT
      s.*,
      CAST(s.day + INTERVAL 4 MONTH AS DATE) AS due,
      CASE WHEN examined.day IS NULL OR e.day <= examined.day THEN e.day END AS done,
      examined.day AS stopped
    FROM notified AS s
    ASOF LEFT JOIN (SELECT case_id, day FROM event WHERE event = 'preliminary') AS e
      ON e.case_id = s.case_id AND e.day >= s.day
    ASOF LEFT JOIN (SELECT case_id, day FROM event WHERE event = 'examined') AS examined
      ON examined.case_id = s.case_id AND examined.day >= s.day
  ),
  b09 AS (
    SELECT s.*, CAST(s.day + INTERVAL 3 MONTH AS DATE) AS due, e.day AS done
    FROM decision AS s
    ASOF LEFT JOIN (SELECT case_id, day FROM event WHERE event = 'place_decided') AS e
      ON e.case_id = s.case_id AND e.day >= s.day
  ),
  ended AS (SELECT case_id, day FROM event WHERE event = 'ended'),
  b15 AS (
    SELECT s.*, CAST(s.day + INTERVAL 3 MONTH AS DATE) AS due, e.day AS done, ended.day AS stopped
    FROM started AS s
    ASOF LEFT JOIN (SELECT case_id, day FROM event WHERE event = 'followup') AS e
      ON e.case_id = s.case_id AND e.day >= s.day
    LEFT JOIN ended ON ended.case_id = s.case_id
  ),
  b16 AS (
    SELECT
      s.*,
      CAST(s.day + to_months(s.months) AS DATE) AS due,
      lead(s.day) OVER (PARTITION BY s.case_id ORDER BY s.day) AS done,
      ended.day AS stopped
    FROM event AS s
    LEFT JOIN ended ON ended.case_id = s.case_id
    WHERE s.event = 'followup'
  ),
  b17 AS (
    SELECT
      s.*,
      CAST(s.day + INTERVAL 12 MONTH AS DATE) AS due,
      lead(s.day, 2) OVER (PARTITION BY s.case_id ORDER BY s.day, s.event) AS done,
      ended.day AS stopped
    FROM event AS s
    LEFT JOIN ended ON ended.case_id = s.case_id
    WHERE s.event IN ('started', 'visit')
  ),
  b18 AS (
    SELECT s.*, s.planned AS due, e.day AS done
    FROM notified AS s
    ASOF LEFT JOIN (SELECT case_id, day FROM event WHERE event = 'closed') AS e
      ON e.case_id = s.case_id AND e.day >= s.day
  ),
  limited AS (
    SELECT case_id, 'B02' AS rule, unit, caseworker, day, due, done, NULL::DATE AS stopped, NULL AS missing FROM b02
    UNION ALL
    SELECT case_id, 'B06', unit, caseworker, day, due, done, NULL, NULL FROM b06
    UNION ALL
    SELECT case_id, 'B07', unit, caseworker, day, due, done, stopped, NULL FROM b07
    UNION ALL
    SELECT case_id, 'B09', unit, caseworker, day, due, done, NULL, NULL FROM b09
    UNION ALL
    SELECT case_id, 'B15', unit, caseworker, day, due, done, stopped, NULL FROM b15
    UNION ALL
    SELECT case_id, 'B16', unit, caseworker, day, due, done, stopped, 'interval_months' FROM b16
    UNION ALL
    SELECT case_id, 'B17', unit, caseworker, day, due, done, stopped, NULL FROM b17
    UNION ALL
    SELECT case_id, 'B18', unit, caseworker, day, due, done, NULL, 'planned_end' FROM b18
  ),
  -- Steps on or before the day of the decision.
  step AS (
    SELECT rule, case_id, day
    FROM event
    JOIN (VALUES ('B05', 'conversation'), ('B08', 'plan'), ('B12', 'consent')) AS of_rule(rule, kind) ON kind = event
  ),
  ordered AS (
    SELECT d.case_id, rules.rule, d.unit, d.caseworker, d.day, earlier.day AS in_time, later.day AS too_late
    FROM decision AS d
    CROSS JOIN (VALUES ('B05'), ('B08'), ('B12')) AS rules(rule)
    ASOF LEFT JOIN step AS earlier
      ON earlier.rule = rules.rule AND earlier.case_id = d.case_id AND earlier.day <= d.day
    ASOF LEFT JOIN step AS later ON later.rule = rules.rule AND later.case_id = d.case_id AND later.day > d.day
  ),
  -- Rules that ask for something and set no limit.
  present AS (
    SELECT s.case_id, of_rule.rule, s.unit, s.caseworker, s.day, e.day AS done
    FROM numbered AS s
    JOIN (
      VALUES ('B03', 'notified', 'oriented'), ('B10', 'started', 'plan_sent'), ('B13', 'decision', 'place_decided'),
        ('B14', 'started', 'support_offered')
    ) AS of_rule(rule, kind, answer) ON of_rule.kind = s.event
    LEFT JOIN numbered AS e ON e.case_id = s.case_id AND e.number = s.number AND e.event = of_rule.answer
    UNION ALL
    SELECT s.case_id, 'B04', s.unit, s.caseworker, s.day, e.day
    FROM notified AS s
    ASOF LEFT JOIN (SELECT case_id, day FROM event WHERE event = 'reassessed') AS e
      ON e.case_id = s.case_id AND e.day >= s.day
  )
SELECT
  case_id,
  rule,
  unit,
  caseworker,
  CAST(day AS VARCHAR) AS started,
  CAST(due AS VARCHAR) AS due,
  CAST(coalesce(done, stopped) AS VARCHAR) AS done,
  CASE
    WHEN due IS NULL THEN 'cannot-tell'
    WHEN coalesce(done, stopped) IS NOT NULL THEN CASE WHEN coalesce(done, stopped) <= due THEN 'met' ELSE 'late' END
    WHEN DATE '$as_of' <= due THEN 'running'
    ELSE 'open'
  END AS state,
  CASE
    WHEN coalesce(done, stopped, DATE '$as_of') > due
      THEN CAST(coalesce(done, stopped, DATE '$as_of') - due AS VARCHAR)
  END AS late_by,
  CASE WHEN coalesce(done, stopped, DATE '$as_of') > due THEN 'days' END AS late_in,
  CASE WHEN due IS NULL THEN missing WHEN done IS NULL AND stopped > due THEN 'stopped' END AS because
FROM limited
-- What was stopped in time, or with no limit to be told, asks nothing.
WHERE NOT (done IS NULL AND stopped IS NOT NULL AND (due IS NULL OR stopped <= due))
UNION ALL
SELECT
  case_id,
  rule,
  unit,
  caseworker,
  CAST(day AS VARCHAR),
  CAST(day AS VARCHAR),
  CAST(coalesce(in_time, too_late) AS VARCHAR),
  CASE
    WHEN in_time IS NOT NULL THEN 'met'
    WHEN too_late IS NOT NULL THEN 'late'
    WHEN day = DATE '$as_of' THEN 'running'
    ELSE 'open'
  END,
  CASE WHEN in_time IS NULL AND coalesce(too_late, DATE '$as_of') > day
    THEN CAST(coalesce(too_late, DATE '$as_of') - day AS VARCHAR) END,
  CASE WHEN in_time IS NULL AND coalesce(too_late, DATE '$as_of') > day THEN 'days' END,
  NULL
FROM ordered
UNION ALL
SELECT
  case_id, rule, unit, caseworker, CAST(day AS VARCHAR), NULL, CAST(done AS VARCHAR),
  CASE WHEN done IS NULL THEN 'running' ELSE 'met' END, NULL, NULL, NULL
FROM present;

-- Twenty-four hours. Without a time of day the whole day is reckoned with: only what holds at each moment of it is said.
CREATE MACRO moment_of(ms) AS to_timestamp(ms / 1000.0);
CREATE MACRO danish_text(ms) AS
  strftime(moment_of(ms), '%Y-%m-%dT%H:%M') || CASE WHEN timezone_hour(moment_of(ms)) = 2
    THEN '+02:00' ELSE '+01:00' END;

INSERT INTO judged
WITH
  as_of AS (SELECT epoch_ms(CAST(DATE '$as_of' + 1 AS TIMESTAMPTZ)) - 1 AS ms),
  bounds AS (
    SELECT
      s.*,
      coalesce(s.moment, epoch_ms(CAST(s.day AS TIMESTAMPTZ))) AS earliest,
      coalesce(s.moment, least(epoch_ms(CAST(s.day + 1 AS TIMESTAMPTZ)) - 1, as_of.ms)) AS latest,
      e.moment AS done,
      coalesce(e.moment, as_of.ms) AS until
    FROM numbered AS s
    CROSS JOIN as_of
    LEFT JOIN numbered AS e ON e.case_id = s.case_id AND e.number = s.number AND e.event = 'assessed'
    WHERE s.event = 'notified'
  ),
  stated AS (
    SELECT
      *,
      CASE
        WHEN until - earliest <= 86400000 THEN CASE WHEN done IS NULL THEN 'running' ELSE 'met' END
        WHEN until - latest > 86400000 THEN CASE WHEN done IS NULL THEN 'open' ELSE 'late' END
        ELSE 'cannot-tell'
      END AS state,
      round((until - latest - 86400000) / 36000.0) / 100 AS hours
    FROM bounds
  )
SELECT
  case_id,
  'B01',
  unit,
  caseworker,
  CASE WHEN moment IS NULL THEN CAST(day AS VARCHAR) ELSE danish_text(moment) END,
  CASE
    WHEN moment IS NULL THEN strftime(moment_of(latest + 86400000), '%Y-%m-%d')
    ELSE danish_text(moment + 86400000)
  END,
  CASE WHEN done IS NOT NULL THEN danish_text(done) END,
  state,
  CASE WHEN state IN ('late', 'open')
    THEN replace(regexp_replace(CAST(hours AS VARCHAR), '\.0$', ''), '.', ',') END,
  CASE WHEN state IN ('late', 'open') THEN 'hours' END,
  CASE WHEN state = 'cannot-tell' THEN 'time:notified' END
FROM stated;

COPY (
  SELECT
    case_id, rule, unit, caseworker, started, due, done, state, late_by AS "lateBy", late_in AS "lateIn", because,
    'bench' AS rules
  FROM judged
) TO '$out' (FORMAT csv, DELIMITER ';', HEADER, QUOTE '');
