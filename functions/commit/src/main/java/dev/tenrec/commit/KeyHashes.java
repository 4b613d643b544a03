package dev.tenrec.commit;

import dev.tenrec.lake.KeyHash;
import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.parquet.RowFile;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** The hashes of the keys of a file's rows, 64 bits each: in the order of the rows, and sorted. */
final class KeyHashes {
  static final KeyHashes NONE = new KeyHashes(new long[0], new long[0]);

  private final long[] byRow;
  private final long[] sorted;

  private KeyHashes(long[] byRow, long[] sorted) {
    this.byRow = byRow;
    this.sorted = sorted;
  }

  static KeyHashes read(RowFile file, LakeTable table) {
    long[] byRow = new long[Math.toIntExact(file.rows())];
    int[] row = {0};
    file.longsAndTexts(
        table.key().get(0),
        table.key().get(1),
        (project, id) -> {
          byRow[row[0]] = KeyHash.of(project, id);
          row[0]++;
        });
    return of(byRow);
  }

  private static KeyHashes of(long[] byRow) {
    long[] sorted = byRow.clone();
    Arrays.sort(sorted);
    return new KeyHashes(byRow, sorted);
  }

  /** How many rows there are. */
  int size() {
    return sorted.length;
  }

  /** The same without some rows. */
  KeyHashes without(BitSet rows) {
    return of(
        IntStream.range(0, byRow.length)
            .filter(row -> !rows.get(row))
            .mapToLong(row -> byRow[row])
            .toArray());
  }

  /** The same without what only a file's own check needs. */
  KeyHashes sortedOnly() {
    return new KeyHashes(new long[0], sorted);
  }

  boolean contains(long hash) {
    return Arrays.binarySearch(sorted, hash) >= 0;
  }

  /** The rows of this file whose hash the other file has too. */
  BitSet rowsAlsoIn(KeyHashes other) {
    BitSet rows = new BitSet();
    // In order of the hashes the other file is walked from its begin to its end, which is twice as
    // fast as jumping about in it; hardly ever is there anything to find.
    if (Arrays.stream(sorted).anyMatch(other::contains)) {
      for (int row = 0; row < byRow.length; row++) {
        if (other.contains(byRow[row])) {
          rows.set(row);
        }
      }
    }
    return rows;
  }

  /** The rows whose hash another row of the same file has too, the first of them included. */
  BitSet rowsAlsoHere() {
    BitSet rows = new BitSet();
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        long twice = sorted[i];
        for (int row = 0; row < byRow.length; row++) {
          if (byRow[row] == twice) {
            rows.set(row);
          }
        }
      }
    }
    return rows;
  }
}
