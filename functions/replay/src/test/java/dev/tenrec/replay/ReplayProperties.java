package dev.tenrec.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.events.CapturedSnapshots;
import dev.tenrec.recordings.Facts;
import dev.tenrec.recordings.Recording;
import dev.tenrec.streams.StreamRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ReplayProperties {
  private static final String SESSION = "s-1";

  @Property(tries = 400)
  void howeverEventsAreSplitRepeatedMixedAndInterruptedTheRecordingIsTheSame(
      @ForAll("recordings") List<Sent> events, @ForAll long seed) {
    Random random = new Random(seed);
    boolean inOrder = random.nextBoolean();
    List<Sent> sent = new ArrayList<>(events);
    if (inOrder) {
      sent.sort(Comparator.comparingLong(Sent::timestamp));
    }
    List<CapturedSnapshots> pieces = pieces(sent, random);
    ReplayRig rig = new ReplayRig();
    List<StreamRecord> records = new ArrayList<>(rig.records(pieces));
    records.addAll(records.subList(0, random.nextInt(records.size() + 1)));
    if (!inOrder) {
      Collections.shuffle(records, random);
    }
    while (!records.isEmpty()) {
      interrupt(rig, random);
      List<StreamRecord> batch = records.subList(0, 1 + random.nextInt(records.size()));
      rig.deliver(List.copyOf(batch));
      batch.clear();
    }

    rig.recover();
    Recording recording = rig.recording(SESSION);
    assertThat(rig.lines(SESSION)).containsExactlyInAnyOrderElementsOf(lines(pieces, sent));
    assertThat(rig.published(SESSION)).isEqualTo(recording.published(ReplayRig.KEPT));
    assertAgrees(recording, new Reference(sent), pieces.size());
    assertThat(recording.blocks()).isEqualTo(rig.recordings.blocks(recording.key()).size());
  }

  private static void assertAgrees(Recording recording, Reference reference, int pieces) {
    Facts facts = recording.facts();
    Facts.Counts counts = facts.counts();
    assertThat(recording.activity().milliseconds()).isEqualTo(reference.activeMilliseconds());
    assertThat(facts.start()).isEqualTo(reference.start());
    assertThat(facts.end()).isEqualTo(reference.end());
    assertThat(counts.events()).isEqualTo(reference.events().size());
    assertThat(counts.pieces()).isEqualTo(pieces);
    assertThat(counts.clicks()).isEqualTo(reference.clicks());
    assertThat(counts.keypresses()).isEqualTo(reference.keypresses());
    assertThat(counts.mouseActivity()).isEqualTo(reference.mouseActivity());
    assertThat(counts.consoleLogs()).isEqualTo(reference.console("info"));
    assertThat(counts.consoleWarns()).isEqualTo(reference.console("warn"));
    assertThat(counts.consoleErrors()).isEqualTo(reference.console("error"));
    assertThat(facts.urls().keySet()).containsExactlyElementsOf(reference.urls());
  }

  private static void interrupt(ReplayRig rig, Random random) {
    switch (random.nextInt(5)) {
      case 0 -> rig.recordings.failAfter(random.nextInt(4), random.nextInt(2));
      case 1 -> rig.blocks.failAfter(random.nextInt(2), random.nextBoolean());
      case 2 -> rig.processed.refuse(1);
      default -> {
        // Nothing is in the way.
      }
    }
  }

  // Each piece is of a window of its own, so that no two are the same.
  private static List<CapturedSnapshots> pieces(List<Sent> events, Random random) {
    List<CapturedSnapshots> pieces = new ArrayList<>();
    int at = 0;
    while (at < events.size()) {
      int end = at + 1 + random.nextInt(Math.min(6, events.size() - at));
      pieces.add(Sent.piece(SESSION, window(pieces.size()), "ann", events.subList(at, end)));
      at = end;
    }
    return pieces;
  }

  private static String window(int piece) {
    return "w-" + piece;
  }

  private static List<String> lines(List<CapturedSnapshots> pieces, List<Sent> events) {
    List<String> lines = new ArrayList<>();
    int at = 0;
    for (CapturedSnapshots piece : pieces) {
      int count = piece.items().split("\"timestamp\"", -1).length - 1;
      for (Sent event : events.subList(at, at + count)) {
        lines.add(event.line(piece.windowId()));
      }
      at += count;
    }
    return lines;
  }

  @Provide
  Arbitrary<List<Sent>> recordings() {
    long noon = Sent.NOON.toEpochMilli();
    Arbitrary<Long> times =
        Arbitraries.oneOf(
            Arbitraries.longs().between(noon, noon + 30_000),
            Arbitraries.longs().between(0, 12).map(step -> noon + step * 2_500));
    return Combinators.combine(
            times,
            Arbitraries.of(2, 3, 3, 3, 3, 4, 5, 6),
            Arbitraries.integers().between(0, 15),
            Arbitraries.integers().between(0, 9),
            Arbitraries.of("info", "warn", "error"),
            Arbitraries.integers().between(0, 40).map(page -> "https://shop.test/" + page))
        .as(Sent::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }
}
