/** Events, persons and purchases-like activity of two weeks, each against the week before. */
export const recentQuery = `SELECT count() AS events,
  countIf(timestamp > now() - INTERVAL 1 DAY) AS today,
  countIf(timestamp <= now() - INTERVAL 1 DAY AND timestamp > now() - INTERVAL 2 DAY) AS yesterday,
  uniqIf(person_id, timestamp > now() - INTERVAL 7 DAY) AS week,
  uniqIf(person_id, timestamp <= now() - INTERVAL 7 DAY) AS week_before,
  countIf(event = '$pageview' AND timestamp > now() - INTERVAL 7 DAY) AS views,
  countIf(event = '$pageview' AND timestamp <= now() - INTERVAL 7 DAY) AS views_before
FROM events WHERE timestamp > now() - INTERVAL 14 DAY`
