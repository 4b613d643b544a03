/**
 * Syntax tree back to HogQL text: reading the text gives an equal tree. Start at {@link
 * dev.tenrec.query.hogql.print.HogqlPrinter}.
 */
package dev.tenrec.query.hogql.print;
