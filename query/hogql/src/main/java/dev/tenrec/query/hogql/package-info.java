/**
 * HogQL, the query language: text to syntax tree, syntax tree to typed tree. Start at {@link
 * dev.tenrec.query.hogql.parse.HogqlReader}. Nothing here runs a query or knows an engine.
 */
package dev.tenrec.query.hogql;
