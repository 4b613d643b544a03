/**
 * Text to syntax tree. Start at {@link dev.tenrec.query.hogql.parse.HogqlReader}; the tree builders
 * follow the grammar rule by rule and decide nothing about tables or types.
 */
package dev.tenrec.query.hogql.parse;
