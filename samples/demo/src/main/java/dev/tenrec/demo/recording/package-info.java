/**
 * What the browser's recorder would have written of a visit: the shop's pages as a small model of
 * their elements and where these stand, and a hand that moves, clicks, types and scrolls in them at
 * the times of the visit's events.
 *
 * <p>Start at {@link dev.tenrec.demo.recording.Recorder}. Pure: the same visit makes the same
 * recording, to the byte.
 */
package dev.tenrec.demo.recording;
