/**
 * The whole system as a user meets it: the synthesized template in the local cloud, real SDKs, a
 * real browser.
 *
 * <p>Start at {@link dev.tenrec.endtoend.RunningCloud}, which the tests share, and {@link
 * dev.tenrec.endtoend.ConsoleUser}, who asks the questions.
 */
package dev.tenrec.endtoend;
