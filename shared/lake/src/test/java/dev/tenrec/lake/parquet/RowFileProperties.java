package dev.tenrec.lake.parquet;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RowFileProperties {
  private static final long YEAR_9999 = 253_402_300_799_999_999L;
  private static final long YEAR_1 = -62_135_596_800_000_000L;

  @Property(tries = 40)
  void whatIsWrittenIsWhatDuckDbAndWeRead(@ForAll("rows") List<List<Object>> rows) {
    WrittenFile file =
        TestRowFile.write(
            TestRowFile.SCHEMA, rows.stream().map(List::toArray).collect(Collectors.toList()));

    assertThat(DuckRows.read(file.bytes())).isEqualTo(rows);
    assertThat(TestRowFile.rowsOf(file)).isEqualTo(rows);
    assertThat(file.metrics().recordCount()).isEqualTo(rows.size());
  }

  @Provide
  Arbitrary<List<List<Object>>> rows() {
    return Combinators.combine(
            Arbitraries.longs(),
            text().injectNull(0.2),
            Arbitraries.integers().injectNull(0.2),
            Arbitraries.of(true, false).injectNull(0.2),
            Arbitraries.longs().between(YEAR_1, YEAR_9999).injectNull(0.2),
            text().list().ofMaxSize(4))
        .as(
            (Object a, Object b, Object c, Object d, Object e, Object f) ->
                asList(a, b, c, d, e, f))
        .list()
        .ofMaxSize(200);
  }

  // Every character but lone surrogates, which UTF-8 cannot hold.
  private static Arbitrary<String> text() {
    return Arbitraries.strings()
        .all()
        .ofMaxLength(40)
        .map(text -> text.codePoints().filter(c -> !isSurrogate(c)).mapToObj(Character::toString))
        .map(characters -> characters.collect(Collectors.joining()));
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
