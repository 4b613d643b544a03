/**
 * The replay function: turns captured pieces of recordings into blocks in the bucket and entries in
 * the index.
 *
 * <p>Start at {@link dev.tenrec.replay.Replay}, the core; {@link dev.tenrec.replay.ReplayHandler}
 * wires it. One batch goes through these steps: read the rrweb events of each piece ({@link
 * dev.tenrec.replay.PieceReader}), leave out the pieces that are stored already, write one object
 * for each project with a block for each session, then enter each session's blocks and its summary
 * in one transaction.
 *
 * <p>Nothing is lost silently: what cannot be replayed is published as rejected data.
 */
package dev.tenrec.replay;
