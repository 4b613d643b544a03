/**
 * The way in over HTTP: the distribution of the template with its behaviours and origins, function
 * URLs, HTTP APIs, and sites of plain files.
 *
 * <p>Start at {@link dev.tenrec.cloud.front.Front}. Requests become invocations in payload format
 * 2.0 and answers become responses as Lambda and CloudFront do it; nothing is cached.
 */
package dev.tenrec.cloud.front;
