/**
 * A project with something to look at on every page: believable traffic of a shop with errors and
 * recordings, sent through the public API as any SDK sends it, and what its people set up.
 *
 * <p>Start at {@link dev.tenrec.demo.Demo}. {@code shop} makes the traffic, {@code recording} films
 * it, {@code sending} sends both, {@code setup} makes flags, insights and a workflow. Uses nothing
 * of Tenrec but its HTTP API.
 */
package dev.tenrec.demo;
