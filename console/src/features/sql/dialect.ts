import { SQLDialect } from '@codemirror/lang-sql'

const keywords =
  'select distinct from prewhere where group by having order asc desc nulls first last limit offset ' +
  'with ties as on using join left right full outer inner cross any all semi anti array final sample ' +
  'union except intersect and or not in between like ilike is null case when then else end interval ' +
  'over partition window rows range preceding following unbounded current row rollup cube totals ' +
  'recursive cohort true false inf nan let fn return if while for throw try catch'

const functions =
  'count countif uniq uniqexact sum sumif avg avgif min max any anyif argmin argmax median quantile ' +
  'quantiles grouparray groupuniqarray now today yesterday todate todatetime tostring toint tofloat ' +
  'todecimal touuid tostartofminute tostartofhour tostartofday tostartofweek tostartofmonth ' +
  'tostartofyear datediff dateadd datesub formatdatetime toyear tomonth todayofmonth todayofweek ' +
  'tohour tominute concat lower upper trim length substring replace replaceall match extract ' +
  'splitbychar splitbystring position startswith endswith if multiif coalesce ifnull nullif isnull ' +
  'isnotnull round floor ceil abs sqrt pow log exp greatest least jsonextractstring jsonextractint ' +
  'jsonextractfloat jsonextractbool jsonextractraw jsonhas arrayjoin has arraymap arrayfilter ' +
  'arraycount arrayexists arraysort indexof tuple map rand row_number rank dense_rank lag lead ' +
  'lagInFrame leadInFrame first_value last_value'

const types = 'string int integer float decimal boolean date datetime uuid json tuple'

/** HogQL for the editor: its words, and names in backticks. */
export const hogql = SQLDialect.define({
  keywords,
  builtin: functions,
  types,
  backslashEscapes: true,
  doubleQuotedStrings: false,
  slashComments: true,
  spaceAfterDashes: false,
  identifierQuotes: '`"',
  operatorChars: '*+-%<>!=&|^~?',
  caseInsensitiveIdentifiers: false,
  unquotedBitLiterals: false,
})
