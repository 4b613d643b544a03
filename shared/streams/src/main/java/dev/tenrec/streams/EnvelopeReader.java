package dev.tenrec.streams;

import dev.tenrec.events.Envelope;
import dev.tenrec.events.EnvelopeCodec;
import dev.tenrec.events.MalformedEnvelopeException;

/** Reads the envelope of a record, fetching its body where the record only carries a claim. */
public final class EnvelopeReader {
  private final ClaimStore claims;

  public EnvelopeReader(ClaimStore claims) {
    this.claims = claims;
  }

  /**
   * The envelope that was put.
   *
   * @throws MalformedEnvelopeException when the record holds none, or its body is gone
   * @throws StreamUnavailableException when the body cannot be fetched now
   */
  public Envelope read(StreamRecord record) {
    return EnvelopeCodec.read(
        ClaimTicket.claim(record.data()).map(this::body).orElse(record.data()));
  }

  private byte[] body(String claim) {
    return claims
        .get(claim)
        .orElseThrow(
            () ->
                new MalformedEnvelopeException(
                    "/claim is \"" + claim + "\", and nothing is stored there (any more)"));
  }
}
