/**
 * The function that SDKs send events to: decodes a request, finds its project, and answers once the
 * captured stream has accepted every event. What it cannot place is kept as rejected data.
 *
 * <p>Start at {@link dev.tenrec.capture.Capture}; {@link dev.tenrec.capture.CaptureHandler} wires
 * it. Nothing here looks inside an event beyond what grouping needs.
 */
package dev.tenrec.capture;
