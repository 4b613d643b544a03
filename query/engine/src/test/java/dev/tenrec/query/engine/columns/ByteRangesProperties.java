package dev.tenrec.query.engine.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ByteRangesProperties {
  @Provide
  Arbitrary<ByteRange> range() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 60), Arbitraries.integers().between(1, 20))
        .as((start, length) -> new ByteRange(start, start + length));
  }

  @Provide
  Arbitrary<List<ByteRange>> ranges() {
    return range().list().ofMaxSize(12);
  }

  private static BitSet bits(List<ByteRange> ranges) {
    BitSet bits = new BitSet();
    ranges.forEach(range -> bits.set((int) range.start(), (int) range.end()));
    return bits;
  }

  @Property
  void aSetOfRangesIsTheSetOfTheirBytes(
      @ForAll("ranges") List<ByteRange> added, @ForAll("range") ByteRange asked) {
    ByteRanges ranges = new ByteRanges();
    BitSet expected = new BitSet();
    for (ByteRange range : added) {
      int before = expected.cardinality();
      expected.set((int) range.start(), (int) range.end());
      assertThat(ranges.add(range)).isEqualTo(expected.cardinality() - before);
    }

    assertThat(ranges.length()).isEqualTo(expected.cardinality());
    BitSet missing = bits(List.of(asked));
    missing.andNot(expected);
    List<ByteRange> found = ranges.missing(asked);
    assertThat(bits(found)).isEqualTo(missing);
    assertThat(found).isEqualTo(ByteRange.merge(found, 0));
  }

  @Property
  void mergingKeepsEveryByteAndFillsOnlySmallGaps(
      @ForAll("ranges") List<ByteRange> ranges, @ForAll @IntRange(min = 0, max = 15) int gap) {
    List<ByteRange> merged = ByteRange.merge(ranges, gap);

    BitSet expected = bits(ranges);
    for (int hole = expected.nextClearBit(Math.max(0, expected.nextSetBit(0)));
        hole < expected.length();
        hole = expected.nextClearBit(hole)) {
      int next = expected.nextSetBit(hole);
      if (next - hole < gap) {
        expected.set(hole, next);
      }
      hole = next;
    }
    assertThat(bits(merged)).isEqualTo(expected);
    for (int i = 1; i < merged.size(); i++) {
      assertThat(merged.get(i).start() - merged.get(i - 1).end()).isGreaterThanOrEqualTo(gap);
    }
  }

  @Property
  void piecesAreTheRangeInOrder(
      @ForAll("range") ByteRange range, @ForAll @IntRange(min = 1, max = 25) int size) {
    List<ByteRange> pieces = range.pieces(size);

    assertThat(pieces).allMatch(piece -> piece.length() <= size);
    assertThat(ByteRange.merge(pieces, 1)).containsExactly(range);
    assertThat(pieces.stream().mapToLong(ByteRange::length).sum()).isEqualTo(range.length());
  }
}
