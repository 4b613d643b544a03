/**
 * The local cloud: runs the system that a synthesized CDK template describes, on one machine,
 * without Docker and without AWS.
 *
 * <p>Start at {@link dev.tenrec.cloud.LocalCloud}; {@link dev.tenrec.cloud.Main} is the same from
 * the command line. What exists, with which names, sizes, filters and routes, comes from the
 * template and from nowhere else.
 */
package dev.tenrec.cloud;
