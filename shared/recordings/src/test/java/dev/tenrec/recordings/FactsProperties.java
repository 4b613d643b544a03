package dev.tenrec.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FactsProperties {
  @Property(tries = 200)
  void factsAddUpInWhateverOrder(
      @ForAll("times") List<Long> first,
      @ForAll("times") List<Long> second,
      @ForAll("times") List<Long> third) {
    Facts a = facts(first);
    Facts b = facts(second);
    Facts c = facts(third);

    assertThat(a.plus(b)).isEqualTo(b.plus(a));
    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
  }

  @Property(tries = 200)
  void aTimelineReadsBackAsItWas(@ForAll("times") List<Long> times) {
    Timeline timeline = content(times).timeline();

    assertThat(Timeline.read(timeline.bytes())).isEqualTo(timeline);
  }

  @Provide
  Arbitrary<List<Long>> times() {
    return Arbitraries.longs().between(0, 1L << 45).list().ofMinSize(1).ofMaxSize(40);
  }

  private static Facts facts(List<Long> times) {
    return content(times).facts();
  }

  private static BlockContent content(List<Long> times) {
    long[] all = times.stream().mapToLong(Long::longValue).toArray();
    return BlockContent.of(List.of(Samples.piece("p", all))).getFirst();
  }
}
