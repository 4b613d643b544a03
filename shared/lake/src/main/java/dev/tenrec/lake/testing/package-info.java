/**
 * Twins of the lake's surroundings in memory, for tests: pipeline state, files and catalog, all of
 * which can fail at any step.
 *
 * <p>Start at {@link dev.tenrec.lake.testing.TestingLake}; {@link dev.tenrec.lake.testing.Faults}
 * decides what fails. Nothing outside of tests uses this package.
 */
package dev.tenrec.lake.testing;
