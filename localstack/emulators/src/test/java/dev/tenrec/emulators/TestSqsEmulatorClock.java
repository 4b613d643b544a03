package dev.tenrec.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Queues under a clock that only the test moves. */
class TestSqsEmulatorClock {
  @TempDir Path directory;
  private final ManualClock clock = new ManualClock();
  private SqsEmulator emulator;
  private SqsClient sqs;
  private String queue;

  @BeforeEach
  void start() {
    emulator = SqsEmulator.start(directory, 0, clock);
    sqs = emulator.client();
    queue = emulator.freshQueue("commits");
  }

  @AfterEach
  void stop() {
    sqs.close();
    emulator.close();
  }

  @Test
  void deliversAgainWhenTheVisibilityTimeoutEnds() {
    send("nudge");
    assertThat(receive()).containsExactly("nudge");

    clock.advance(Duration.ofSeconds(29));
    assertThat(receive()).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(receive()).containsExactly("nudge");
  }

  @Test
  void deliversADelayedMessageWhenItsDelayEnds() {
    sqs.sendMessage(it -> it.queueUrl(queue).messageBody("later").delaySeconds(60));

    assertThat(receive()).isEmpty();
    clock.advance(Duration.ofSeconds(60));
    assertThat(receive()).containsExactly("later");
  }

  @Test
  void forgetsAMessagePastItsRetention() {
    sqs.setQueueAttributes(
        it ->
            it.queueUrl(queue)
                .attributes(Map.of(QueueAttributeName.MESSAGE_RETENTION_PERIOD, "60")));
    send("old");
    clock.advance(Duration.ofSeconds(40));
    send("new");
    clock.advance(Duration.ofSeconds(20));

    assertThat(receive()).containsExactly("new");
  }

  @Test
  void deletesOnlyByTheNewestReceipt() {
    send("nudge");
    Message first = receiveMessages().getFirst();
    clock.advance(Duration.ofSeconds(30));
    Message second = receiveMessages().getFirst();

    delete(first);
    clock.advance(Duration.ofSeconds(30));
    Message third = receiveMessages().getFirst();
    assertThat(third.messageId()).isEqualTo(second.messageId());
    delete(third);
    clock.advance(Duration.ofSeconds(30));
    assertThat(receive()).isEmpty();
  }

  private void delete(Message message) {
    sqs.deleteMessage(it -> it.queueUrl(queue).receiptHandle(message.receiptHandle()));
  }

  private void send(String body) {
    sqs.sendMessage(it -> it.queueUrl(queue).messageBody(body));
  }

  private List<String> receive() {
    return receiveMessages().stream().map(Message::body).toList();
  }

  private List<Message> receiveMessages() {
    return sqs.receiveMessage(it -> it.queueUrl(queue).maxNumberOfMessages(10)).messages();
  }
}
