import { literal } from '@/hogql/write'

/** SDKs report each answer once for each person and session. */
export const usageQuery = (key: string) =>
  `SELECT toString(properties.$feature_flag_response) AS answer, uniq(person_id) AS persons, count() AS times
FROM events
WHERE event = '$feature_flag_called' AND properties.$feature_flag = ${literal(key)}
  AND timestamp > now() - INTERVAL 7 DAY
GROUP BY answer ORDER BY times DESC LIMIT 20`
