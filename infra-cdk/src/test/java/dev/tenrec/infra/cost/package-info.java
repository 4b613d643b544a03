/**
 * Computes {@code docs/cost.md}: list prices, the settings of the synthesized template, and stated
 * assumptions about traffic.
 *
 * <p>Start at {@link dev.tenrec.infra.cost.Bill}.
 */
package dev.tenrec.infra.cost;
