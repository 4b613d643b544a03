/**
 * The tables that queries see, and how each is made of the lake's. Start at {@link
 * dev.tenrec.query.hogql.tables.Tables}.
 *
 * <p>A table reads only the columns and joins only the tables that a query asks it for, so a source
 * is asked for its fields first and for its relation last.
 */
package dev.tenrec.query.hogql.tables;
