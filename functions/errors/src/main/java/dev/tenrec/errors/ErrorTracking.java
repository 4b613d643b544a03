package dev.tenrec.errors;

import dev.tenrec.events.Envelope;
import dev.tenrec.events.GroupedExceptions;
import dev.tenrec.events.MalformedEnvelopeException;
import dev.tenrec.events.ProcessedEvent;
import dev.tenrec.events.ProcessedEvents;
import dev.tenrec.stores.table.LostConditionException;
import dev.tenrec.streams.EnvelopeReader;
import dev.tenrec.streams.EnvelopeStream;
import dev.tenrec.streams.StreamConsumer;
import dev.tenrec.streams.StreamRecord;
import dev.tenrec.streams.StreamUnavailableException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Gives processed exceptions their issues, puts them back as grouped, and tells workflows of issues
 * that are new or open again.
 *
 * <p>Guarantees: every exception is put back at least once, always under its own uuid, so that the
 * lake, which refuses a second row of a uuid, holds it once; an exception that cannot be read, or
 * whose issue is suppressed, is published as rejected data with its reason and holds up nothing;
 * when a store or stream does not answer, the batch comes again from the records that are not done.
 */
public final class ErrorTracking implements StreamConsumer {
  // A resolved exception carries the lines around its frames; so many make a few megabytes.
  private static final int MOST_PENDING = 50;

  private final EnvelopeReader reader;
  private final Grouping grouping;
  private final EnvelopeStream processed;
  private final InstantSource clock;
  private final Consumer<String> log;

  public ErrorTracking(
      EnvelopeReader reader,
      Grouping grouping,
      EnvelopeStream processed,
      InstantSource clock,
      Consumer<String> log) {
    this.reader = reader;
    this.grouping = grouping;
    this.processed = processed;
    this.clock = clock;
    this.log = log;
  }

  @Override
  public Optional<String> consume(List<StreamRecord> records) {
    Instant started = clock.instant();
    Tally tally = new Tally(records.size());
    List<Envelope> pending = new ArrayList<>();
    String undone = records.getFirst().sequenceNumber();
    try {
      for (StreamRecord record : records) {
        if (pending.size() >= MOST_PENDING) {
          processed.put(List.copyOf(pending));
          pending.clear();
          undone = record.sequenceNumber();
        }
        Optional<RuntimeException> failure = add(record, pending, tally);
        if (failure.isPresent()) {
          put(pending);
          log.accept(tally.comingAgain(record.sequenceNumber(), failure.get()));
          return Optional.of(record.sequenceNumber());
        }
      }
      put(pending);
      log.accept(tally.done(started, clock.instant()));
      return Optional.empty();
    } catch (StreamUnavailableException failure) {
      log.accept(tally.comingAgain(undone, failure));
      return Optional.of(undone);
    }
  }

  private void put(List<Envelope> pending) {
    if (!pending.isEmpty()) {
      processed.put(pending);
    }
  }

  /** Adds what becomes of a record; nothing and why, when it has to come again. */
  private Optional<RuntimeException> add(StreamRecord record, List<Envelope> pending, Tally tally) {
    try {
      List<Envelope> made = of(record, tally);
      pending.addAll(made);
      return Optional.empty();
    } catch (SdkException | LostConditionException | StreamUnavailableException failure) {
      return Optional.of(failure);
    }
  }

  private List<Envelope> of(StreamRecord record, Tally tally) {
    Envelope envelope;
    try {
      envelope = reader.read(record);
    } catch (MalformedEnvelopeException broken) {
      tally.rejected();
      return List.of(Rejections.of(record, broken));
    }
    List<Envelope> made = new ArrayList<>();
    if (envelope instanceof ProcessedEvents exceptions
        && exceptions.kind() == Envelope.Kind.EXCEPTIONS) {
      List<ProcessedEvent> grouped = new ArrayList<>();
      for (ProcessedEvent event : exceptions.events()) {
        switch (grouping.group(exceptions.project(), event)) {
          case Outcome.Grouped(ProcessedEvent resolved, var seen) -> {
            grouped.add(resolved);
            IssueNews.of(resolved, seen).ifPresent(made::add);
            tally.grouped(seen.change());
          }
          case Outcome.Suppressed(var issue) -> {
            made.add(Rejections.suppressed(exceptions.project(), event, issue));
            tally.suppressed();
          }
          case Outcome.Refused(String reason, String detail) -> {
            made.add(Rejections.of(exceptions.project(), event, reason, detail));
            tally.rejected();
          }
        }
      }
      if (!grouped.isEmpty()) {
        made.add(new GroupedExceptions(exceptions.project(), exceptions.distinctId(), grouped));
      }
    }
    return made;
  }
}
