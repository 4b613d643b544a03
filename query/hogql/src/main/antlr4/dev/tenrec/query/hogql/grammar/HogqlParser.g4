/**
 * The grammar of HogQL queries and expressions. Precedence is spelled by rules, loosest first:
 * lambda, ternary, or, and, not, ??, comparison, additive, multiplicative, minus, postfix.
 */
parser grammar HogqlParser;

options {
  tokenVocab = HogqlLexer;
}

// ---- entries

wholeQuery: query SEMICOLON? EOF;
wholeExpression: aliased EOF;
wholeSortItem: sortItem EOF;
wholeTemplate: templatePart* EOF;

// ---- queries

query: queryTerm (setOperator queryTerm)*;

queryTerm
  : select                                         # plainTerm
  | LEFT_PARENTHESIS query RIGHT_PARENTHESIS       # nestedTerm
  | placeholder                                    # placeholderTerm
  | tag                                            # tagTerm
  ;

setOperator
  : UNION (ALL | DISTINCT)?
  | INTERSECT DISTINCT?
  | EXCEPT DISTINCT?
  ;

select
  : (WITH RECURSIVE? commonTable (COMMA commonTable)* COMMA?)?
    SELECT DISTINCT? columnList
    (FROM tableTree)?
    arrayJoin?
    (PREWHERE prewhere=expression)?
    (WHERE where=expression)?
    (GROUP BY grouping)? (WITH (CUBE | ROLLUP))? (WITH TOTALS)?
    (HAVING having=expression)?
    (QUALIFY qualify=expression)?
    (WINDOW namedWindow (COMMA namedWindow)* COMMA?)?
    (ORDER BY sorting)?
    limitBy?
    limit?
    (SETTINGS name (EQUAL expression)?)?
  ;

columnList: column (COMMA column)* COMMA?;
column: expression (AS name | AS STRING | aliasName)?;

commonTable
  : name (LEFT_PARENTHESIS nameList RIGHT_PARENTHESIS)? AS (NOT? MATERIALIZED)?
      LEFT_PARENTHESIS query RIGHT_PARENTHESIS     # tableDefinition
  | expression AS name                             # columnDefinition
  ;

nameList: name (COMMA name)* COMMA?;

arrayJoin: (LEFT | INNER)? ARRAY JOIN aliasedList;

grouping
  : ALL                                                                      # groupByAll
  | CUBE LEFT_PARENTHESIS expressionList RIGHT_PARENTHESIS                   # groupByCube
  | ROLLUP LEFT_PARENTHESIS expressionList RIGHT_PARENTHESIS                 # groupByRollup
  | GROUPING SETS LEFT_PARENTHESIS groupingSet (COMMA groupingSet)* COMMA? RIGHT_PARENTHESIS # groupBySets
  | expressionList                                                           # groupByList
  ;

groupingSet: LEFT_PARENTHESIS expressionList? RIGHT_PARENTHESIS | expression;

namedWindow: name AS LEFT_PARENTHESIS windowSpecification RIGHT_PARENTHESIS;

windowSpecification: name? (PARTITION BY expressionList)? (ORDER BY sortList)? frame?;

frame: frameUnit=(ROWS | RANGE | GROUPS) (frameBound | BETWEEN from=frameBound AND to=frameBound);

frameBound
  : CURRENT ROW
  | UNBOUNDED (PRECEDING | FOLLOWING)
  | additive (PRECEDING | FOLLOWING)
  ;

sorting: ALL direction? | sortList interpolate?;
sortList: sortItem (COMMA sortItem)* COMMA?;
sortItem: aliased direction? (NULLS nulls=(FIRST | LAST))? (COLLATE STRING)? fill?;
direction: ASC | DESC;
fill: WITH FILL (FROM from=expression)? (TO to=expression)? (STEP step=expression)?;
interpolate: INTERPOLATE (LEFT_PARENTHESIS aliasedList? RIGHT_PARENTHESIS)?;

limitBy: LIMIT expression ((OFFSET | COMMA) expression)? BY expressionList;

limit
  : LIMIT expression PERCENT? (COMMA second=expression)? (WITH TIES)? (OFFSET offset=expression)? (WITH TIES)?
  | OFFSET offset=expression (ROW | ROWS)?
  ;

// ---- tables

tableTree: tableSource joined*;

joined
  : COMMA tableSource                                                        # commaJoin
  | CROSS JOIN tableSource                                                   # crossJoin
  | POSITIONAL JOIN tableSource                                              # positionalJoin
  | NATURAL? strictness=(ALL | ANY | ASOF | SEMI | ANTI)?
      side=(INNER | LEFT | RIGHT | FULL)? late=(ALL | ANY | ASOF | SEMI | ANTI)? OUTER? JOIN
      tableSource joinConstraint?                                            # constrainedJoin
  ;

joinConstraint
  : ON expression
  | USING LEFT_PARENTHESIS nameList RIGHT_PARENTHESIS
  | USING nameList
  ;

tableSource: table FINAL? sample? tableAlias? FINAL? sample? pivot*;

tableAlias: (AS name | aliasName) (LEFT_PARENTHESIS nameList RIGHT_PARENTHESIS)?;

table
  : name (DOT anyName)*                                                      # namedTable
  | name LEFT_PARENTHESIS aliasedList? RIGHT_PARENTHESIS                     # functionTable
  | LEFT_PARENTHESIS VALUES valuesRow (COMMA valuesRow)* COMMA? RIGHT_PARENTHESIS # valuesTable
  | LEFT_PARENTHESIS query RIGHT_PARENTHESIS                                 # queryTable
  | LEFT_PARENTHESIS tableTree RIGHT_PARENTHESIS                             # nestedTable
  | placeholder                                                              # placeholderTable
  | tag                                                                      # tagTable
  ;

valuesRow: LEFT_PARENTHESIS expressionList RIGHT_PARENTHESIS;

sample: SAMPLE ratio (OFFSET ratio)?;
ratio: number (SLASH number)? | placeholder;

pivot
  : PIVOT LEFT_PARENTHESIS aliasedList name aliasedList RIGHT_PARENTHESIS
  | UNPIVOT LEFT_PARENTHESIS aliasedList RIGHT_PARENTHESIS
  ;

// ---- expressions

expressionList: expression (COMMA expression)* COMMA?;
aliasedList: aliased (COMMA aliased)* COMMA?;
aliased: expression (AS (name | STRING))?;

expression
  : name ARROW expression                                                    # shortLambda
  | LEFT_PARENTHESIS nameList? RIGHT_PARENTHESIS ARROW expression            # lambdaExpression
  | LAMBDA nameList COLON expression                                         # pythonLambda
  | ternary                                                                  # plainExpression
  ;

ternary: disjunction (QUESTION expression COLON expression)?;
disjunction: conjunction (OR conjunction)*;
conjunction: negation (AND negation)*;
negation: NOT negation | nullish;
nullish: comparison (NULLISH comparison)*;

comparison: additive comparisonEnd*;

comparisonEnd
  : comparator ANY LEFT_PARENTHESIS query RIGHT_PARENTHESIS                  # anyComparison
  | comparator additive                                                      # simpleComparison
  | NOT? (LIKE | ILIKE) additive                                             # likeComparison
  | NOT? IN COHORT? additive                                                 # inComparison
  | NOT? BETWEEN additive AND additive                                       # betweenComparison
  | IS NOT? NULL                                                             # nullComparison
  | IS NOT? DISTINCT FROM additive                                           # distinctComparison
  ;

comparator
  : EQUAL | NOT_EQUAL | LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL
  | REGEX | NOT_REGEX | REGEX_IGNORING_CASE | NOT_REGEX_IGNORING_CASE
  ;

additive: multiplicative ((PLUS | MINUS | CONCAT) multiplicative)*;
multiplicative: unary ((ASTERISK | SLASH | PERCENT) unary)*;
unary: MINUS unary | postfix;

postfix: primary postfixEnd*;

postfixEnd
  : LEFT_BRACKET expression RIGHT_BRACKET                                    # indexEnd
  | LEFT_BRACKET from=expression? COLON to=expression? RIGHT_BRACKET         # sliceEnd
  | NULL_DOT LEFT_BRACKET expression RIGHT_BRACKET                           # nullishIndexEnd
  | NULL_DOT INTEGER                                                         # nullishTupleEnd
  | NULL_DOT anyName                                                         # nullishPropertyEnd
  | POINT_NUMBER                                                             # tupleEnd
  | DOT INTEGER                                                              # spacedTupleEnd
  | DOT anyName                                                              # propertyEnd
  | DOUBLE_COLON typeName                                                    # castEnd
  ;

primary
  : CASE operand=expression? (WHEN expression THEN expression)+ (ELSE otherwise=expression)? END # caseValue
  | (CAST | TRY_CAST) LEFT_PARENTHESIS expression AS typeName RIGHT_PARENTHESIS # castValue
  | INTERVAL STRING                                                          # intervalText
  | INTERVAL additive unit                                                   # intervalValue
  | TRIM LEFT_PARENTHESIS side=(BOTH | LEADING | TRAILING) what=expression FROM expression RIGHT_PARENTHESIS # trimValue
  | EXISTS LEFT_PARENTHESIS query RIGHT_PARENTHESIS                          # existsValue
  | COLUMNS LEFT_PARENTHESIS STRING RIGHT_PARENTHESIS                        # columnsValue
  | call (OVER (LEFT_PARENTHESIS windowSpecification RIGHT_PARENTHESIS | name))? # callValue
  | ASTERISK excluded?                                                       # starValue
  | name (DOT anyName)*? DOT ASTERISK excluded?                              # tableStarValue
  | tag                                                                      # tagValue
  | TEMPLATE_OPEN templatePart* TEMPLATE_CLOSE                               # templateValue
  | HASH INTEGER                                                             # positionValue
  | literal                                                                  # literalValue
  | LEFT_PARENTHESIS query RIGHT_PARENTHESIS                                 # queryValue
  | LEFT_PARENTHESIS aliased RIGHT_PARENTHESIS                               # groupedValue
  | LEFT_PARENTHESIS aliased COMMA (aliased (COMMA aliased)* COMMA?)? RIGHT_PARENTHESIS # tupleValue
  | LEFT_BRACKET expressionList? RIGHT_BRACKET                               # arrayValue
  | LEFT_BRACE (pair (COMMA pair)* COMMA?)? RIGHT_BRACE                      # dictionaryValue
  | placeholder                                                              # placeholderValue
  | name                                                                     # nameValue
  ;

excluded: EXCLUDE LEFT_PARENTHESIS nameList RIGHT_PARENTHESIS;
pair: expression COLON expression;
placeholder: LEFT_BRACE expression RIGHT_BRACE;

call
  : functionName (LEFT_PARENTHESIS parameters=expressionList? RIGHT_PARENTHESIS)?
      LEFT_PARENTHESIS DISTINCT? arguments? (ORDER BY sortList)? RIGHT_PARENTHESIS
      (WITHIN GROUP LEFT_PARENTHESIS ORDER BY within=sortList RIGHT_PARENTHESIS)?
      (FILTER LEFT_PARENTHESIS WHERE expression RIGHT_PARENTHESIS)?
  ;

arguments: aliasedList | query;

typeName: name (LEFT_PARENTHESIS typeArgument (COMMA typeArgument)* RIGHT_PARENTHESIS)? (LEFT_BRACKET RIGHT_BRACKET)*;
typeArgument: typeName | INTEGER | STRING;

literal: number | STRING | NULL | TRUE | FALSE;
number: INTEGER | HEXADECIMAL | DECIMAL | POINT_NUMBER | INFINITY | NOT_A_NUMBER;

templatePart: TEMPLATE_TEXT | LEFT_BRACE expression RIGHT_BRACE;

tag
  : TAG_OPEN TAG_NAME tagAttribute* TAG_EMPTY
  | TAG_OPEN open=TAG_NAME tagAttribute* TAG_END tagChild* TAG_CLOSE close=TAG_NAME TAG_END
  ;

tagAttribute: TAG_NAME (EQUAL (STRING | LEFT_BRACE expression RIGHT_BRACE))?;
tagChild: TAG_TEXT | LEFT_BRACE expression RIGHT_BRACE | tag;

// ---- names

unit: SECOND | MINUTE | HOUR | DAY | WEEK | MONTH | QUARTER | YEAR;

/** A name where an operand may begin: every word that does not begin or end a clause. */
name: IDENTIFIER | QUOTED_IDENTIFIER | unit | freeWord;

/** A name after a point: any word. */
anyName: name | boundWord;

/** A function's name: also words that mean something else when no parenthesis follows. */
functionName: name | LEFT | RIGHT | ARRAY | IN | LIKE | ILIKE | NOT | AND | OR | CAST;

/** A name that follows a value directly, without AS: words that cannot go on with the query. */
aliasName: IDENTIFIER | QUOTED_IDENTIFIER | unit | FIRST | LAST | ROW | STEP | TO | TOP | RANGE | COLUMNS;

freeWord
  : ANY | BOTH | COHORT | COLLATE | COLUMNS | CUBE | CURRENT | EXCLUDE | EXISTS | FETCH | FILL | FILTER | FIRST
  | FOLLOWING | GROUPING | GROUPS | INTERPOLATE | LAMBDA | LAST | LEADING | MATERIALIZED | NULLS | OVER
  | PARTITION | PIVOT | POSITIONAL | PRECEDING | RANGE | RECURSIVE | ROLLUP | ROW | ROWS | SETS | STEP | TIES
  | TO | TOP | TOTALS | TRAILING | TRIM | TRY_CAST | UNBOUNDED | UNPIVOT | VALUES | WITHIN | INFINITY | NOT_A_NUMBER
  | OUTER | ASC | DESC | FINAL | SAMPLE | WINDOW | SEMI | ANTI | ASOF | OFFSET
  ;

boundWord
  : ALL | AND | ARRAY | AS | BETWEEN | BY | CASE | CAST | CROSS | DISTINCT | ELSE | END | EXCEPT | FROM | FULL
  | GROUP | HAVING | ILIKE | IN | INNER | INTERSECT | INTERVAL | IS | JOIN | LEFT | LIKE | LIMIT | NATURAL | NOT
  | NULL | ON | OR | ORDER | PREWHERE | QUALIFY | RIGHT | SELECT | SETTINGS | THEN | UNION | USING | WHEN | WHERE
  | WITH | TRUE | FALSE
  ;
