package dev.tenrec.infra.state;

import java.util.Locale;

/** What the data bucket keeps, each kind under a prefix of its own. */
public enum Prefix {
  /** The Iceberg warehouse. */
  LAKE,
  /** Bodies of records too large for a stream. */
  CLAIMS,
  /** Query results too large for an answer. */
  RESULTS,
  /** Blocks of session recordings. */
  REPLAY,
  /** Uploaded source maps. */
  SYMBOLS;

  /** How many days a recording is kept. */
  public static final int RECORDING_DAYS = 30;

  /** The beginning of every key, such as {@code lake/}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT) + "/";
  }
}
