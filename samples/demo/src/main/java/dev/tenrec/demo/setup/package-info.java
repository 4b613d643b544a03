/**
 * What the shop's people have set up: feature flags, cohorts, saved insights, a workflow. Made
 * through the management API where it is not there yet, known by its key or name.
 *
 * <p>Start at {@link dev.tenrec.demo.setup.Setup}; the definitions are JSON files beside it.
 */
package dev.tenrec.demo.setup;
