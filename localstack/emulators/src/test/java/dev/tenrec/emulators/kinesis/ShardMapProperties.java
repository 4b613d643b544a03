package dev.tenrec.emulators.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ShardMapProperties {
  private static final BigInteger KEYS = BigInteger.TWO.pow(128);

  /** A change drawn from a number: split, merge or resize of what is there. */
  private static ShardMap change(ShardMap map, int seed, long boundary) {
    Random random = new Random(seed);
    List<Shard> open = map.open();
    int index = random.nextInt(open.size());
    return switch (random.nextInt(3)) {
      case 0 -> {
        HashRange range = open.get(index).range();
        BigInteger middle = range.first().add(range.last()).shiftRight(1);
        yield middle.equals(range.first()) ? map : map.split(open.get(index), middle, boundary);
      }
      case 1 ->
          index + 1 < open.size() ? map.merge(open.get(index + 1), open.get(index), boundary) : map;
      default ->
          map.resize(1 + random.nextInt(2 * open.size() - 1) / 2 + open.size() / 2, boundary);
    };
  }

  @Property(tries = 300)
  void openShardsCoverEveryKeyOnceAfterAnyChanges(
      @ForAll @IntRange(min = 1, max = 6) int shards,
      @ForAll @Size(max = 12) List<Integer> changes) {
    ShardMap map = ShardMap.uniform(shards, 0);
    long boundary = 1_000;
    for (int seed : changes) {
      map = change(map, seed, boundary);
      boundary += 1_000;
    }

    BigInteger next = BigInteger.ZERO;
    for (Shard shard : map.open()) {
      assertThat(shard.range().first()).isEqualTo(next);
      assertThat(map.route(shard.range().first())).isEqualTo(shard);
      assertThat(map.route(shard.range().last())).isEqualTo(shard);
      next = shard.range().last().add(BigInteger.ONE);
    }
    assertThat(next).isEqualTo(KEYS);
  }

  @Property(tries = 300)
  void everyChildBeginsAfterItsParentsEndAndLiesOnTheirKeys(
      @ForAll @IntRange(min = 1, max = 6) int shards,
      @ForAll @Size(max = 12) List<Integer> changes) {
    ShardMap map = ShardMap.uniform(shards, 0);
    long boundary = 1_000;
    for (int seed : changes) {
      map = change(map, seed, boundary);
      boundary += 1_000;
    }

    assertThat(map.all().stream().map(Shard::number).toList()).isSorted().doesNotHaveDuplicates();
    for (Shard child : map.all()) {
      for (int number : child.parents()) {
        Shard parent = map.require(Shard.id(number));
        assertThat(parent.isOpen()).isFalse();
        assertThat(parent.end().getAsLong()).isLessThan(child.start());
        assertThat(parent.range().contains(child.range()) || child.range().contains(parent.range()))
            .isTrue();
        assertThat(map.children(parent)).contains(child);
      }
    }
  }

  @Property(tries = 200)
  void resizingLeavesEqualShards(
      @ForAll @IntRange(min = 1, max = 30) int before,
      @ForAll @IntRange(min = 1, max = 60) int wanted) {
    int after = Math.clamp(wanted, (before + 1) / 2, 2 * before);

    ShardMap map = ShardMap.uniform(before, 0).resize(after, 1_000);

    assertThat(map.open().stream().map(Shard::range).toList()).isEqualTo(HashRange.uniform(after));
  }
}
