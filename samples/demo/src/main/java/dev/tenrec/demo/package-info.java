/**
 * Believable traffic of a shop, sent through the public capture API as any SDK sends it.
 *
 * <p>Start at {@link dev.tenrec.demo.Main}. {@code shop} makes the traffic, {@code sending} sends
 * it. Uses nothing of Tenrec but its HTTP API.
 */
package dev.tenrec.demo;
