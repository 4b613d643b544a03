/**
 * What holds data: streams, tables, the bucket, the lake's catalog. All of it outlives the
 * functions.
 *
 * <p>Start at {@link dev.tenrec.infra.state.StateStack}, or build a {@link
 * dev.tenrec.infra.state.State} from resources of your own. Nothing here runs code.
 */
package dev.tenrec.infra.state;
