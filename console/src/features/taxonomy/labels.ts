/** Names for people of what SDKs send by themselves. Everything else keeps its own name. */
const events: Record<string, string> = {
  $pageview: 'Pageview',
  $pageleave: 'Pageleave',
  $autocapture: 'Autocapture',
  $identify: 'Identify',
  $set: 'Set person properties',
  $create_alias: 'Alias',
  $groupidentify: 'Group identify',
  $exception: 'Exception',
  $rageclick: 'Rage click',
  $dead_click: 'Dead click',
  $web_vitals: 'Web vitals',
  $screen: 'Screen',
  $feature_flag_called: 'Feature flag called',
  $opt_in: 'Opt in',
  'survey sent': 'Survey sent',
  $error_tracking_issue_created: 'New issue',
  $error_tracking_issue_reopened: 'Issue open again',
}

const properties: Record<string, string> = {
  $current_url: 'Current URL',
  $pathname: 'Path',
  $host: 'Host',
  $referrer: 'Referrer',
  $referring_domain: 'Referring domain',
  $browser: 'Browser',
  $browser_version: 'Browser version',
  $browser_language: 'Browser language',
  $os: 'Operating system',
  $os_version: 'OS version',
  $device: 'Device',
  $device_type: 'Device type',
  $device_id: 'Device id',
  $lib: 'Library',
  $lib_version: 'Library version',
  $event_type: 'Event type',
  $el_text: 'Element text',
  $timezone: 'Time zone',
  $ip: 'IP address',
  $session_id: 'Session id',
  $window_id: 'Window id',
  $screen_name: 'Screen name',
  $screen_height: 'Screen height',
  $screen_width: 'Screen width',
  $viewport_height: 'Viewport height',
  $viewport_width: 'Viewport width',
  $user_id: 'User id',
  $geoip_country_name: 'Country',
  $geoip_country_code: 'Country code',
  $geoip_city_name: 'City',
  $geoip_continent_name: 'Continent',
  $geoip_subdivision_1_name: 'Region',
  $geoip_time_zone: 'Time zone of the IP address',
  $feature_flag: 'Feature flag',
  $feature_flag_response: 'Feature flag response',
  $exception_type: 'Exception type',
  $exception_message: 'Exception message',
  $exception_issue_id: 'Issue',
  $exception_fingerprint: 'Exception fingerprint',
  $exception_level: 'Exception level',
  $exception_handled: 'Exception handled',
  $exception_types: 'Exception types',
  $exception_values: 'Exception messages',
  $exception_sources: 'Exception files',
  $exception_functions: 'Exception functions',
  $exception_list: 'Exceptions',
  $cymbal_errors: 'What could not be resolved',
  $insert_id: 'Insert id',
  $sent_at: 'Sent at',
  $raw_user_agent: 'User agent',
  utm_source: 'UTM source',
  utm_medium: 'UTM medium',
  utm_campaign: 'UTM campaign',
  utm_content: 'UTM content',
  utm_term: 'UTM term',
}

export const eventLabel = (name: string): string => events[name] ?? name

/** `$initial_browser` is called after `$browser`, as both stand for the same thing at another time. */
export function propertyLabel(name: string): string {
  const known = properties[name]
  if (known) return known
  const first = name.replace(/^\$initial_/, '')
  if (first === name) return name
  const base = properties[`$${first}`] ?? properties[first]
  return base ? `First ${lowerFirst(base)}` : name
}

function lowerFirst(text: string): string {
  return /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}
