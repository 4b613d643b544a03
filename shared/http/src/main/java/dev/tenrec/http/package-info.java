/**
 * What every HTTP function shares: the request and response as values, the error a client sees, and
 * the adapter from AWS's payload 2.0 (function URL and HTTP API alike).
 *
 * <p>Start at {@link dev.tenrec.http.HttpFunction}; a function is an {@link
 * dev.tenrec.http.HttpHandler} wrapped by it. Nothing here knows a product.
 */
package dev.tenrec.http;
