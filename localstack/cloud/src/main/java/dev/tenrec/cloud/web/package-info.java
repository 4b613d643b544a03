/**
 * A small HTTP/1.1 server: a virtual thread a connection, keep-alive, whole bodies. It takes any
 * request target that browsers send, which the JDK's own server does not, and answers a body that
 * is too large instead of hanging up.
 *
 * <p>Start at {@link dev.tenrec.cloud.web.WebServer}. It knows nothing of functions.
 */
package dev.tenrec.cloud.web;
