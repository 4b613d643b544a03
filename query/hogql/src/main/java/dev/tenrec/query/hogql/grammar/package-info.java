/**
 * The lexer and parser that ANTLR makes of the two grammar files. Start at {@code HogqlParser.g4};
 * nothing outside the parser's neighbours should see these classes.
 */
package dev.tenrec.query.hogql.grammar;
