package dev.tenrec.replay;

import static dev.tenrec.replay.Sent.NOON;
import static dev.tenrec.replay.Sent.click;
import static dev.tenrec.replay.Sent.console;
import static dev.tenrec.replay.Sent.mutation;
import static dev.tenrec.replay.Sent.page;
import static dev.tenrec.replay.Sent.piece;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.events.CapturedSnapshots;
import dev.tenrec.events.RecordingVersion;
import dev.tenrec.events.RejectedData;
import dev.tenrec.recordings.Facts;
import dev.tenrec.recordings.Recording;
import dev.tenrec.streams.StreamRecord;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TestReplay {
  private static final long T = NOON.toEpochMilli();

  private final ReplayRig rig = new ReplayRig();

  @Test
  void aRecordingIsSummedUp() {
    rig.deliver(
        piece(
            "s-1",
            "w-1",
            "ann",
            List.of(page(T, "https://shop.test/"), mutation(T + 10), click(T + 1_000))),
        piece("s-1", "w-1", "ann", List.of(console(T + 2_000, "error"), click(T + 4_000))));

    Recording recording = rig.recording("s-1");
    Facts facts = recording.facts();
    assertThat(recording.blocks()).isEqualTo(1);
    assertThat(recording.activity().milliseconds()).isEqualTo(3_000);
    assertThat(facts.end() - facts.start()).isEqualTo(4_000);
    assertThat(facts.urls()).containsOnlyKeys("https://shop.test/");
    assertThat(facts.sender()).isEqualTo(new Facts.Sender(T + 4_000, "ann", "web", "web"));
    assertThat(facts.counts().clicks()).isEqualTo(2);
    assertThat(facts.counts().consoleErrors()).isEqualTo(1);
    assertThat(rig.lines("s-1")).hasSize(5).contains(click(T + 1_000).line("w-1"));
  }

  @Test
  void whatItSaysIsPublishedEvenWhenOnlyTheStreamFailedTheFirstTime() {
    List<StreamRecord> records =
        rig.records(
            List.of(
                piece("s-1", "w-1", "ann", List.of(page(T, "https://shop.test/"), click(T + 9)))));
    rig.processed.refuse(1);

    assertThat(rig.replay.consume(records)).isPresent();
    assertThat(rig.processed.envelopes()).isEmpty();
    rig.deliver(records);
    rig.deliver(records);

    RecordingVersion published = rig.published("s-1");
    assertThat(published).isEqualTo(rig.recording("s-1").published(ReplayRig.KEPT));
    assertThat(published.version()).isEqualTo(1);
    assertThat(published.urls()).containsExactly("https://shop.test/");
    assertThat(published.counts().clicks()).isEqualTo(1);
    assertThat(published.retentionDays()).isEqualTo(30);
    assertThat(published.receivedAt()).isEqualTo(NOON);
  }

  @Test
  void aBatchIsOneObjectAndEverySessionIsARangeOfIt() {
    rig.deliver(
        piece("s-1", "w", "ann", List.of(click(T))),
        piece("s-2", "w", "bob", List.of(click(T + 1))),
        piece("s-1", "w", "ann", List.of(click(T + 2))));

    assertThat(rig.blocks.everything()).hasSize(1);
    assertThat(rig.blocks.everything().keySet().iterator().next())
        .startsWith("replay/1/2026-01-01/shardId-000000000000-1-");
    assertThat(rig.lines("s-1")).containsExactly(click(T).line("w"), click(T + 2).line("w"));
    assertThat(rig.lines("s-2")).containsExactly(click(T + 1).line("w"));
  }

  @Test
  void aPieceThatWasSentTwiceIsStoredOnce() {
    CapturedSnapshots first = piece("s-1", "w", "ann", List.of(click(T)));
    CapturedSnapshots second = piece("s-1", "w", "ann", List.of(click(T + 10)));
    rig.deliver(first, first);
    rig.deliver(second);
    rig.deliver(first);
    rig.deliver(second, second);

    assertThat(rig.lines("s-1")).hasSize(2);
    assertThat(rig.recording("s-1").version()).isEqualTo(2);
  }

  @Test
  void aBatchCutOtherwiseWhenItComesAgainLeavesEarlierBlocksReadable() {
    List<StreamRecord> records =
        rig.records(
            List.of(
                piece("s-1", "w", "ann", List.of(click(T))),
                piece("s-2", "w", "bob", List.of(click(T))),
                piece("s-1", "w", "ann", List.of(click(T + 5)))));
    rig.recordings.failAfter(1, 1);

    assertThat(rig.replay.consume(records)).contains(records.getFirst().sequenceNumber());
    assertThat(rig.replay.consume(records.subList(0, 1))).isEmpty();
    assertThat(rig.replay.consume(records.subList(1, 3))).isEmpty();

    assertThat(rig.lines("s-1")).hasSize(2);
    assertThat(rig.lines("s-2")).hasSize(1);
  }

  @Test
  void whatSomebodyElseWritesInBetweenIsKept() {
    CapturedSnapshots theirs = piece("s-1", "w", "ann", List.of(click(T + 1)));
    ReplayRig other = rig;
    boolean[] done = {false};
    List<StreamRecord> ours =
        List.copyOf(rig.records(List.of(piece("s-1", "w", "ann", List.of(click(T))))));
    List<StreamRecord> others = rig.records(List.of(theirs));
    rig.recordings.beforeEachChange(
        _ -> {
          if (!done[0]) {
            done[0] = true;
            other.deliver(others);
          }
        });

    rig.deliver(ours);

    assertThat(rig.lines("s-1")).hasSize(2);
    assertThat(rig.recording("s-1").facts().counts().clicks()).isEqualTo(2);
  }

  @Test
  void whatComesInOfADeletedRecordingIsDropped() {
    rig.deliver(piece("s-1", "w", "ann", List.of(click(T))));
    assertThat(rig.recordings.delete(rig.recording("s-1"), NOON)).isPresent();

    rig.deliver(piece("s-1", "w", "ann", List.of(click(T + 1))));

    assertThat(rig.lines("s-1")).hasSize(1);
    assertThat(rig.rejected()).isEmpty();
  }

  @Test
  void whatCannotBeReplayedIsRejectedAndTheRestIsStored() {
    long eightDays = 8L * 24 * 3600 * 1000;
    CapturedSnapshots odd =
        new CapturedSnapshots(
            1,
            "s-1",
            "w",
            "ann",
            NOON,
            "web",
            "web",
            "[7, [1,2] ,\"text\",null,{\"type\":3},{\"type\":3,\"timestamp\":%d},%s,%s]"
                .formatted(T + eightDays, click(T - eightDays).json(), click(T).json()));

    rig.deliver(odd);
    rig.deliver(odd);

    assertThat(rig.lines("s-1")).containsExactly(click(T).line("w"));
    assertThat(rig.rejected()).extracting(RejectedData::uuid).hasSize(4);
    assertThat(rig.rejected().subList(2, 4)).isEqualTo(rig.rejected().subList(0, 2));
    assertThat(rig.rejected().subList(0, 2))
        .extracting(RejectedData::reason)
        .containsExactly("replay_timestamp_too_far", "invalid_snapshot");
    assertThat(rig.rejected().get(1).body()).isEqualTo("[7,[1,2],\"text\",null,{\"type\":3}]");
    assertThat(rig.rejected().getFirst().event()).isEqualTo("$snapshot");
  }

  @Test
  void aPoisonRecordHoldsUpNothing() {
    StreamRecord poison =
        new StreamRecord("testing", "shard", "0", NOON, "{\"stage\":\"captured\"".getBytes(UTF_8));
    List<StreamRecord> good = rig.records(List.of(piece("s-1", "w", "ann", List.of(click(T)))));
    CapturedSnapshots broken =
        new CapturedSnapshots(1, "s-1", "w", "ann", NOON, "web", "web", "[{\"type\":");

    rig.deliver(List.of(poison, good.getFirst()));
    rig.deliver(broken);

    assertThat(rig.lines("s-1")).hasSize(1);
    assertThat(rig.rejected())
        .extracting(RejectedData::reason)
        .containsExactly("undecodable_record", "invalid_json");
  }

  @Test
  void aLargeRecordingComesFromItsClaimAndIsCutIntoBlocks() {
    List<Sent> many = LongStream.range(0, 45_000).mapToObj(step -> mutation(T + step)).toList();

    rig.deliver(piece("s-1", "w", "ann", many));

    assertThat(rig.recording("s-1").blocks()).isEqualTo(3);
    assertThat(rig.recording("s-1").facts().counts().pieces()).isEqualTo(1);
    assertThat(rig.lines("s-1")).hasSize(45_000);
  }

  @Test
  void aBatchLargerThanMemoryIsDoneInSlicesAndGoesOnFromTheOneThatFailed() {
    String filling = "\"" + "x".repeat(9 << 20) + "\"";
    List<CapturedSnapshots> pieces =
        LongStream.range(0, 4)
            .mapToObj(
                step ->
                    new CapturedSnapshots(
                        1,
                        "s-" + step,
                        "w",
                        "ann",
                        NOON,
                        "web",
                        "web",
                        "[{\"type\":2,\"data\":%s,\"timestamp\":%d}]".formatted(filling, T)))
            .toList();
    List<StreamRecord> records = rig.records(pieces);
    rig.blocks.failAfter(1, false);

    assertThat(rig.replay.consume(records)).contains(records.get(2).sequenceNumber());
    assertThat(rig.replay.consume(records.subList(2, 4))).isEmpty();

    assertThat(rig.blocks.everything()).hasSize(2);
    assertThat(rig.lines("s-3")).hasSize(1);
    assertThat(rig.log.getFirst()).contains("will come again");
    assertThat(rig.log.getLast()).contains("\"Pieces\":2").contains("\"Recordings\":2");
  }
}
