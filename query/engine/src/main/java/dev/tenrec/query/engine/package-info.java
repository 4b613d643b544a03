/**
 * Runs plans. Start at {@link dev.tenrec.query.engine.QueryEngine}: an engine takes a plan and
 * gives columns, rows and what they cost. What an engine reads is planned by the lake and brought
 * near by a {@link dev.tenrec.query.engine.FileSource}.
 */
package dev.tenrec.query.engine;
