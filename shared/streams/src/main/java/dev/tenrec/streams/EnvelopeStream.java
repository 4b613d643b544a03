package dev.tenrec.streams;

import dev.tenrec.events.Envelope;
import java.util.List;

/**
 * A stream that envelopes are put into.
 *
 * <p>Guarantees: when {@link #put} returns, every envelope has been accepted durably; envelopes of
 * one partition key keep their order; an envelope too large for a record is stored aside and
 * resolved again by the reader. An envelope may be delivered more than once.
 */
public interface EnvelopeStream {
  /**
   * Puts all envelopes, retrying those that the stream refused.
   *
   * @throws StreamUnavailableException when some could not be put in time; any of them may have
   *     been accepted
   */
  void put(List<? extends Envelope> envelopes);
}
