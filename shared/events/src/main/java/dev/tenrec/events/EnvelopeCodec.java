package dev.tenrec.events;

/**
 * The JSON of envelopes: compact, in UTF-8, with fields in a fixed order that begins with {@code
 * stage}, {@code kind} and {@code project}.
 *
 * <p>Guarantees: the same envelope always makes the same bytes; {@code read(write(envelope))}
 * equals {@code envelope} whenever its properties were read by {@link ExactJson}; a reader ignores
 * fields it does not know, so that a newer writer may add some.
 */
public final class EnvelopeCodec {
  private EnvelopeCodec() {}

  /** The envelope's JSON. */
  public static byte[] write(Envelope envelope) {
    return new EnvelopeWriter().write(envelope);
  }

  /**
   * The envelope of that JSON.
   *
   * @throws MalformedEnvelopeException when the bytes are no envelope
   */
  public static Envelope read(byte[] json) {
    return EnvelopeParser.parse(json);
  }
}
