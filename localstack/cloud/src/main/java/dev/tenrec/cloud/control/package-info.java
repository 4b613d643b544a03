/**
 * The endpoint of Lambda's API, as far as it is needed to call functions, and the place where calls
 * to services end that are not emulated.
 *
 * <p>Start at {@link dev.tenrec.cloud.control.ControlApi}.
 */
package dev.tenrec.cloud.control;
