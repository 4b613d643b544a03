package dev.tenrec.emulators.sqs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.emulators.protocol.AwsFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The messages of one queue. Every change is in the journal before a caller hears of it. */
final class MessageQueue implements AutoCloseable {
  // A clock of a test does not wake anybody: look at it now and then.
  private static final Duration LONGEST_NAP = Duration.ofMillis(100);

  private final InstantSource clock;
  private final Supplier<UUID> ids;
  private final MessageJournal journal;
  private final Map<Long, QueuedMessage> messages = new HashMap<>();
  private final TreeSet<QueuedMessage> order = new TreeSet<>(QueuedMessage.ORDER);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private long nextNumber;

  private MessageQueue(Path journalFile, InstantSource clock, Supplier<UUID> ids)
      throws IOException {
    this.clock = clock;
    this.ids = ids;
    this.journal = MessageJournal.open(journalFile, messages);
    this.order.addAll(messages.values());
    this.nextNumber = messages.keySet().stream().max(Long::compare).orElse(0L) + 1;
  }

  static MessageQueue open(Path journalFile, InstantSource clock, Supplier<UUID> ids)
      throws IOException {
    return new MessageQueue(journalFile, clock, ids);
  }

  /** What a sender gives: the content, and how long it stays hidden. */
  record Sending(ObjectNode content, Duration delay) {}

  List<QueuedMessage> send(List<Sending> sendings) throws IOException {
    lock.lock();
    try {
      Instant now = clock.instant();
      List<QueuedMessage> sent = new ArrayList<>();
      for (Sending sending : sendings) {
        String id = ids.get().toString();
        Instant visible = now.plus(sending.delay);
        sent.add(new QueuedMessage(id, nextNumber++, sending.content, now, visible, 0, now, ""));
      }
      put(sent);
      arrived.signalAll();
      return sent;
    } finally {
      lock.unlock();
    }
  }

  /** Takes a message over from {@code source}, for which it failed too often. */
  private void takeOver(QueuedMessage message, String sourceArn) throws IOException {
    lock.lock();
    try {
      put(List.of(message.movedTo(nextNumber++, sourceArn, clock.instant())));
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * How to receive.
   *
   * @param dead where messages go that were received {@code limit} times already
   */
  record Receiving(
      int count, Duration patience, Duration visibility, Duration retention, Optional<Dead> dead) {}

  record Dead(MessageQueue queue, int limit, String sourceArn) {}

  /** Waits until there is a message, but no longer than wanted, and hides what it returns. */
  List<QueuedMessage> receive(Receiving receiving) throws IOException {
    Instant deadline = clock.instant().plus(receiving.patience);
    while (true) {
      if (receiving.dead.isPresent()) {
        moveExhausted(receiving.dead.get(), receiving.visibility);
      }
      lock.lock();
      try {
        List<QueuedMessage> received = receiveNow(receiving);
        Instant now = clock.instant();
        if (!received.isEmpty() || !now.isBefore(deadline)) {
          return received;
        }
        Duration nap = min(Duration.between(now, deadline), LONGEST_NAP);
        if (!order.isEmpty()) {
          nap = min(nap, Duration.between(now, order.first().visible()));
        }
        // Woken early or not: the loop looks again.
        boolean unused = arrived.await(Math.max(1, nap.toMillis()), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return List.of();
      } finally {
        lock.unlock();
      }
    }
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private List<QueuedMessage> receiveNow(Receiving receiving) throws IOException {
    Instant now = clock.instant();
    List<QueuedMessage> expired = new ArrayList<>();
    List<QueuedMessage> received = new ArrayList<>();
    for (QueuedMessage message : order) {
      if (received.size() == receiving.count || message.visible().isAfter(now)) {
        break;
      }
      if (message.sent().plus(receiving.retention).isAfter(now)) {
        received.add(message.received(now, now.plus(receiving.visibility), receipt(message)));
      } else {
        expired.add(message);
      }
    }
    remove(expired);
    put(received);
    return received;
  }

  /**
   * Moves what was received too often. Hidden here, then put there, then gone here: a crash in
   * between makes two of a message, never none. Only one lock is held at a time, because two queues
   * may be each other's dead letter queue.
   */
  private void moveExhausted(Dead dead, Duration visibility) throws IOException {
    List<QueuedMessage> exhausted;
    lock.lock();
    try {
      Instant now = clock.instant();
      exhausted =
          order.stream()
              .takeWhile(message -> !message.visible().isAfter(now))
              .filter(message -> message.received() >= dead.limit)
              .map(message -> message.visibleFrom(now.plus(visibility)))
              .toList();
      put(exhausted);
    } finally {
      lock.unlock();
    }
    for (QueuedMessage message : exhausted) {
      dead.queue.takeOver(message, dead.sourceArn);
    }
    lock.lock();
    try {
      remove(exhausted);
    } finally {
      lock.unlock();
    }
  }

  private String receipt(QueuedMessage message) {
    return message.number() + "-" + ids.get();
  }

  /** Deletes the message if {@code receipt} is its newest. */
  void delete(String receipt) throws IOException {
    lock.lock();
    try {
      Optional<QueuedMessage> message = find(receipt);
      if (message.isPresent()) {
        remove(List.of(message.get()));
      }
    } finally {
      lock.unlock();
    }
  }

  void changeVisibility(String receipt, Duration visibility) throws IOException {
    lock.lock();
    try {
      Instant now = clock.instant();
      QueuedMessage message =
          find(receipt)
              .filter(it -> it.visible().isAfter(now))
              .orElseThrow(
                  () -> AwsFailure.client("MessageNotInflight", "The message is not in flight"));
      put(List.of(message.visibleFrom(now.plus(visibility))));
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private Optional<QueuedMessage> find(String receipt) {
    if (!receipt.matches("\\d{1,18}-[0-9a-f-]{36}")) {
      throw AwsFailure.client("ReceiptHandleIsInvalid", "'" + receipt + "' is no receipt handle");
    }
    long number = Long.parseLong(receipt.substring(0, receipt.indexOf('-')));
    return Optional.ofNullable(messages.get(number)).filter(it -> it.receipt().equals(receipt));
  }

  void purge() throws IOException {
    lock.lock();
    try {
      remove(List.copyOf(messages.values()));
    } finally {
      lock.unlock();
    }
  }

  /** How many messages can be received, are hidden by a receiver, or wait for their delay. */
  record Counts(long visible, long inFlight, long delayed) {}

  Counts counts() {
    lock.lock();
    try {
      Instant now = clock.instant();
      long visible = messages.values().stream().filter(it -> !it.visible().isAfter(now)).count();
      long inFlight =
          messages.values().stream()
              .filter(it -> it.visible().isAfter(now) && it.received() > 0)
              .count();
      return new Counts(visible, inFlight, messages.size() - visible - inFlight);
    } finally {
      lock.unlock();
    }
  }

  private void put(List<QueuedMessage> changed) throws IOException {
    if (changed.isEmpty()) {
      return;
    }
    journal.put(changed);
    for (QueuedMessage message : changed) {
      Optional.ofNullable(messages.put(message.number(), message)).ifPresent(order::remove);
      order.add(message);
    }
  }

  private void remove(List<QueuedMessage> gone) throws IOException {
    if (gone.isEmpty()) {
      return;
    }
    journal.remove(gone);
    for (QueuedMessage message : gone) {
      Optional.ofNullable(messages.remove(message.number())).ifPresent(order::remove);
    }
    journal.compactIfOld(messages.values());
  }

  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      journal.close();
    } finally {
      lock.unlock();
    }
  }
}
