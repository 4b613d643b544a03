/**
 * A lake of local files for tests of queries, and events to put into it. Start at {@link
 * dev.tenrec.query.engine.testing.TestingLake}.
 */
package dev.tenrec.query.engine.testing;
