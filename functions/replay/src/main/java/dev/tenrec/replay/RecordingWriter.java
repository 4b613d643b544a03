package dev.tenrec.replay;

import dev.tenrec.recordings.Block;
import dev.tenrec.recordings.BlockContent;
import dev.tenrec.recordings.BlockPlace;
import dev.tenrec.recordings.BlockStore;
import dev.tenrec.recordings.DeletedRecording;
import dev.tenrec.recordings.Recording;
import dev.tenrec.recordings.RecordingChange;
import dev.tenrec.recordings.RecordingKey;
import dev.tenrec.recordings.RecordingStore;
import dev.tenrec.recordings.StoredRecording;
import dev.tenrec.stores.batches.Outcome;
import dev.tenrec.stores.batches.StoreUnavailableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Stores the pieces of a slice: what is stored already is left out, and a session that somebody
 * else changed meanwhile is read and decided again.
 */
final class RecordingWriter {
  private static final int ATTEMPTS = 10;

  private final RecordingStore recordings;
  private final BlockStore blocks;

  RecordingWriter(RecordingStore recordings, BlockStore blocks) {
    this.recordings = recordings;
    this.blocks = blocks;
  }

  /** Stores them. */
  Written write(Slice slice) {
    Map<RecordingKey, Recording> current = new LinkedHashMap<>();
    Map<RecordingKey, SessionPieces> open = new LinkedHashMap<>(slice.sessions());
    List<RecordingKey> refused = new ArrayList<>();
    for (int attempt = 0; !open.isEmpty(); attempt++) {
      if (attempt == ATTEMPTS) {
        throw new StoreUnavailableException(
            "%d recordings were changed by others %d times".formatted(open.size(), ATTEMPTS));
      }
      List<Addition> additions = additions(open, current);
      List<RecordingChange> changes = store(slice, additions);
      List<Outcome> outcomes = recordings.write(changes);
      for (int index = 0; index < outcomes.size(); index++) {
        RecordingKey key = changes.get(index).after().key();
        switch (outcomes.get(index)) {
          case WRITTEN -> {
            open.remove(key);
            current.put(key, changes.get(index).after());
          }
          case REFUSED -> {
            open.remove(key);
            refused.add(key);
          }
          case LOST -> {
            // Stays open.
          }
        }
      }
    }
    return new Written(List.copyOf(current.values()), refused);
  }

  /** What is to be added; sessions with nothing to add are taken out of the open ones. */
  private List<Addition> additions(
      Map<RecordingKey, SessionPieces> open, Map<RecordingKey, Recording> current) {
    Map<RecordingKey, StoredRecording> stored = recordings.read(open.keySet());
    List<Addition> additions = new ArrayList<>();
    open.values()
        .removeIf(
            session -> {
              StoredRecording before = stored.get(session.key());
              Optional<Addition> addition = addition(session, Optional.ofNullable(before));
              addition.ifPresent(additions::add);
              // Whoever stored all of it may have failed before it was published.
              if (addition.isEmpty() && before instanceof Recording recording) {
                current.put(session.key(), recording);
              }
              return addition.isEmpty();
            });
    return additions;
  }

  private Optional<Addition> addition(SessionPieces session, Optional<StoredRecording> stored) {
    Optional<Recording> before = Optional.empty();
    Optional<List<Block>> earlier = Optional.empty();
    if (stored.isPresent()) {
      switch (stored.get()) {
        case DeletedRecording _ -> {
          return Optional.empty();
        }
        case Recording recording -> {
          before = Optional.of(recording);
          if (!session.follow(recording)) {
            earlier = Optional.of(recordings.blocks(session.key()));
          }
        }
      }
    }
    List<BlockContent> content = session.without(earlier.orElse(List.of()));
    return content.isEmpty()
        ? Optional.empty()
        : Optional.of(new Addition(session, before, earlier, content));
  }

  private List<RecordingChange> store(Slice slice, List<Addition> additions) {
    Map<Long, List<Addition>> byProject = new TreeMap<>();
    for (Addition addition : additions) {
      byProject
          .computeIfAbsent(addition.session().key().project(), _ -> new ArrayList<>())
          .add(addition);
    }
    List<RecordingChange> changes = new ArrayList<>();
    byProject.forEach(
        (project, together) -> {
          ObjectWriter object = new ObjectWriter();
          List<List<ObjectWriter.Range>> ranges =
              together.stream().map(addition -> object.add(addition.content())).toList();
          String key = object.key(slice.objectPrefix(project));
          blocks.put(key, object.content());
          for (int index = 0; index < together.size(); index++) {
            List<BlockPlace> places =
                ranges.get(index).stream().map(range -> range.in(key)).toList();
            changes.add(together.get(index).change(places));
          }
        });
    return changes;
  }

  /**
   * What became of a slice.
   *
   * @param recordings its recordings as they are now
   * @param refused those that the index does not take
   */
  record Written(List<Recording> recordings, List<RecordingKey> refused) {}

  /**
   * What is added to a recording.
   *
   * @param before the recording as it is
   * @param earlier its blocks, where they had to be read
   */
  private record Addition(
      SessionPieces session,
      Optional<Recording> before,
      Optional<List<Block>> earlier,
      List<BlockContent> content) {
    RecordingChange change(List<BlockPlace> places) {
      return RecordingChange.add(
          session.key(), before, earlier, content, places, session.receivedAt());
    }
  }
}
