package dev.tenrec.stores.persons;

import static java.util.Objects.requireNonNull;

/**
 * The place of one event in the stream it came by. Positions of one distinct id compare, also
 * across shards; others mean nothing to each other.
 *
 * @param sequenceNumber the record's sequence number, decimal digits
 * @param index the event's place in its record, from 0
 */
public record StreamPosition(String sequenceNumber, int index)
    implements Comparable<StreamPosition> {
  public StreamPosition {
    requireNonNull(sequenceNumber, "sequenceNumber is null");
    if (sequenceNumber.isEmpty()
        || !sequenceNumber.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
      throw new IllegalArgumentException(
          "sequenceNumber is '" + sequenceNumber + "': it must be a decimal number");
    }
    if (index < 0) {
      throw new IllegalArgumentException("index is " + index + ": places begin at 0");
    }
  }

  @Override
  public int compareTo(StreamPosition other) {
    int byLength = Integer.compare(sequenceNumber.length(), other.sequenceNumber.length());
    if (byLength != 0) {
      return byLength;
    }
    int byDigits = sequenceNumber.compareTo(other.sequenceNumber);
    return byDigits != 0 ? byDigits : Integer.compare(index, other.index);
  }

  @Override
  public String toString() {
    return sequenceNumber + ":" + index;
  }

  static StreamPosition parse(String text) {
    int mark = text.lastIndexOf(':');
    return new StreamPosition(text.substring(0, mark), Integer.parseInt(text.substring(mark + 1)));
  }
}
