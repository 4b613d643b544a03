/**
 * The words of HogQL. Keywords are matched in any case; which of them may also be names is the
 * parser's business (rules "name" and "aliasName").
 *
 * Braces push and pop the default mode, so that f'a {b} c' and <Tag a={b}> nest to any depth.
 */
lexer grammar HogqlLexer;

options {
  caseInsensitive = true;
}

@members {
  private int previous = Token.EOF;

  @Override
  public void emit(Token token) {
    if (token.getChannel() == Token.DEFAULT_CHANNEL) {
      previous = token.getType();
    }
    super.emit(token);
  }

  // A stray closing brace is the parser's error to report, with its position.
  @Override
  public int popMode() {
    return _modeStack.isEmpty() ? _mode : super.popMode();
  }

  /** Whether "<" here begins a tag: where a value may begin, and followed by what a tag looks like. */
  private boolean opensTag() {
    return !TagStart.isAfterOperand(previous) && TagStart.looksLikeTag(_input);
  }
}

ALL: 'all';
AND: 'and';
ANTI: 'anti';
ANY: 'any';
ARRAY: 'array';
AS: 'as';
ASC: 'asc' | 'ascending';
ASOF: 'asof';
BETWEEN: 'between';
BOTH: 'both';
BY: 'by';
CASE: 'case';
CAST: 'cast';
COHORT: 'cohort';
COLLATE: 'collate';
COLUMNS: 'columns';
CROSS: 'cross';
CUBE: 'cube';
CURRENT: 'current';
DESC: 'desc' | 'descending';
DISTINCT: 'distinct';
ELSE: 'else';
END: 'end';
EXCEPT: 'except';
EXCLUDE: 'exclude';
EXISTS: 'exists';
FETCH: 'fetch';
FILL: 'fill';
FILTER: 'filter';
FINAL: 'final';
FIRST: 'first';
FOLLOWING: 'following';
FROM: 'from';
FULL: 'full';
GROUP: 'group';
GROUPING: 'grouping';
GROUPS: 'groups';
HAVING: 'having';
ILIKE: 'ilike';
IN: 'in';
INNER: 'inner';
INTERPOLATE: 'interpolate';
INTERSECT: 'intersect';
INTERVAL: 'interval';
IS: 'is';
JOIN: 'join';
LAMBDA: 'lambda';
LAST: 'last';
LEADING: 'leading';
LEFT: 'left';
LIKE: 'like';
LIMIT: 'limit';
MATERIALIZED: 'materialized';
NATURAL: 'natural';
NOT: 'not';
NULL: 'null';
NULLS: 'nulls';
OFFSET: 'offset';
ON: 'on';
OR: 'or';
ORDER: 'order';
OUTER: 'outer';
OVER: 'over';
PARTITION: 'partition';
PIVOT: 'pivot';
POSITIONAL: 'positional';
PRECEDING: 'preceding';
PREWHERE: 'prewhere';
QUALIFY: 'qualify';
RANGE: 'range';
RECURSIVE: 'recursive';
RIGHT: 'right';
ROLLUP: 'rollup';
ROW: 'row';
ROWS: 'rows';
SAMPLE: 'sample';
SELECT: 'select';
SEMI: 'semi';
SETS: 'sets';
SETTINGS: 'settings';
STEP: 'step';
THEN: 'then';
TIES: 'ties';
TO: 'to';
TOP: 'top';
TOTALS: 'totals';
TRAILING: 'trailing';
TRIM: 'trim';
TRY_CAST: 'try_cast';
UNBOUNDED: 'unbounded';
UNION: 'union';
UNPIVOT: 'unpivot';
USING: 'using';
VALUES: 'values';
WHEN: 'when';
WHERE: 'where';
WINDOW: 'window';
WITH: 'with';
WITHIN: 'within';

TRUE: 'true';
FALSE: 'false';
INFINITY: 'inf' | 'infinity';
NOT_A_NUMBER: 'nan';

SECOND: 'second';
MINUTE: 'minute';
HOUR: 'hour';
DAY: 'day';
WEEK: 'week';
MONTH: 'month';
QUARTER: 'quarter';
YEAR: 'year';

TEMPLATE_OPEN: 'f\'' -> pushMode(TEMPLATE);

IDENTIFIER: [a-z_$] [a-z0-9_$]*;
QUOTED_IDENTIFIER: '`' ('\\' . | '``' | ~[\\`])* '`' | '"' ('\\' . | '""' | ~[\\"])* '"';
STRING: '\'' ('\\' . | '\'\'' | ~[\\'])* '\'';

HEXADECIMAL: '0x' [0-9a-f]+;
INTEGER: [0-9]+;
// A number that begins with a point is also how t.1 reaches the parser.
POINT_NUMBER: '.' [0-9]+ EXPONENT?;
DECIMAL: [0-9]+ '.' [0-9]+ EXPONENT? | [0-9]+ EXPONENT;
fragment EXPONENT: 'e' [+-]? [0-9]+;

ARROW: '->';
COMMA: ',';
SEMICOLON: ';';
DOUBLE_COLON: '::';
COLON: ':';
NULL_DOT: '?.';
NULLISH: '??';
QUESTION: '?';
DOT: '.';
HASH: '#';
PLUS: '+';
MINUS: '-';
ASTERISK: '*';
SLASH: '/';
PERCENT: '%';
CONCAT: '||';
NOT_REGEX_IGNORING_CASE: '!~*';
NOT_REGEX: '!~';
REGEX_IGNORING_CASE: '=~*' | '~*';
REGEX: '=~' | '~';
EQUAL: '==' | '=';
NOT_EQUAL: '!=' | '<>';
LESS_OR_EQUAL: '<=';
GREATER_OR_EQUAL: '>=';
TAG_OPEN: '<' {opensTag()}? -> pushMode(TAG);
LESS: '<';
GREATER: '>';
LEFT_PARENTHESIS: '(';
RIGHT_PARENTHESIS: ')';
LEFT_BRACKET: '[';
RIGHT_BRACKET: ']';
LEFT_BRACE: '{' -> pushMode(DEFAULT_MODE);
RIGHT_BRACE: '}' -> popMode;

BLOCK_COMMENT: '/*' .*? '*/' -> channel(HIDDEN);
LINE_COMMENT: ('--' | '//') ~[\r\n]* -> channel(HIDDEN);
SPACE: [ \t\r\n\u000B\u000C\u00A0\uFEFF]+ -> channel(HIDDEN);
UNEXPECTED: .;

/** Inside f'...'. */
mode TEMPLATE;
TEMPLATE_TEXT: ('\\' . | '\'\'' | ~[\\'{])+;
TEMPLATE_BRACE: '{' -> type(LEFT_BRACE), pushMode(DEFAULT_MODE);
TEMPLATE_CLOSE: '\'' -> popMode;
TEMPLATE_UNEXPECTED: . -> type(UNEXPECTED);

/** A whole text that is a template without quotes. */
mode WHOLE_TEMPLATE;
WHOLE_TEXT: ('\\' . | ~[\\{])+ -> type(TEMPLATE_TEXT);
WHOLE_BRACE: '{' -> type(LEFT_BRACE), pushMode(DEFAULT_MODE);
WHOLE_UNEXPECTED: . -> type(UNEXPECTED);

/** Inside <Tag ...>. */
mode TAG;
TAG_NAME: [a-z_$] [a-z0-9_$-]*;
TAG_EQUAL: '=' -> type(EQUAL);
TAG_STRING: ('\'' ('\\' . | '\'\'' | ~[\\'])* '\'' | '"' ('\\' . | ~[\\"])* '"') -> type(STRING);
TAG_BRACE: '{' -> type(LEFT_BRACE), pushMode(DEFAULT_MODE);
TAG_EMPTY: '/>' -> popMode;
TAG_END: '>' -> mode(TAG_CONTENT);
TAG_SPACE: [ \t\r\n]+ -> channel(HIDDEN);
TAG_UNEXPECTED: . -> type(UNEXPECTED);

/** Between <Tag> and </Tag>. */
mode TAG_CONTENT;
TAG_TEXT: ~[<{]+;
TAG_CONTENT_BRACE: '{' -> type(LEFT_BRACE), pushMode(DEFAULT_MODE);
TAG_CLOSE: '</' -> mode(TAG_CLOSING);
TAG_CHILD: '<' -> type(TAG_OPEN), pushMode(TAG);

/** Inside </Tag>. */
mode TAG_CLOSING;
TAG_CLOSING_NAME: [a-z_$] [a-z0-9_$-]* -> type(TAG_NAME);
TAG_CLOSING_END: '>' -> type(TAG_END), popMode;
TAG_CLOSING_SPACE: [ \t\r\n]+ -> channel(HIDDEN);
TAG_CLOSING_UNEXPECTED: . -> type(UNEXPECTED);
