package dev.tenrec.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class TestSqsEmulatorRestart {
  @TempDir Path directory;

  @Test
  void keepsMessagesAndQueuesWhenItIsKilledRightAfterTheAnswer() throws Exception {
    int port;
    try (KilledJvm jvm = KilledJvm.start(Sender.class, directory.toString())) {
      port = Integer.parseInt(jvm.line());
      assertThat(jvm.line()).isEqualTo("sent");
    }
    try (SqsEmulator restarted = SqsEmulator.start(directory, port);
        SqsClient client = restarted.client()) {
      String queue = client.getQueueUrl(get -> get.queueName("commits")).queueUrl();
      assertThat(queue).startsWith("http://127.0.0.1:" + port + "/");
      assertThat(client.receiveMessage(it -> it.queueUrl(queue).waitTimeSeconds(5)).messages())
          .extracting(Message::body)
          .containsExactly("nudge");
      assertThat(
              client
                  .getQueueAttributes(
                      it -> it.queueUrl(queue).attributeNames(QueueAttributeName.ALL))
                  .attributes())
          .containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "77")
          .hasEntrySatisfying(
              QueueAttributeName.REDRIVE_POLICY,
              policy -> assertThat(policy).contains(":failures\"", "3"));
    }
  }

  /** Sends a message and waits to be killed. */
  static final class Sender {
    private Sender() {}

    public static void main(String[] arguments) throws InterruptedException {
      SqsEmulator emulator = SqsEmulator.start(Path.of(arguments[0]));
      System.out.println(emulator.endpoint().getPort());
      try (SqsClient client = emulator.client()) {
        client.createQueue(it -> it.queueName("failures"));
        String redrive =
            "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:failures\","
                + "\"maxReceiveCount\":3}";
        String queue =
            client
                .createQueue(
                    it ->
                        it.queueName("commits")
                            .attributes(
                                Map.of(
                                    QueueAttributeName.VISIBILITY_TIMEOUT,
                                    "77",
                                    QueueAttributeName.REDRIVE_POLICY,
                                    redrive)))
                .queueUrl();
        client.sendMessage(it -> it.queueUrl(queue).messageBody("nudge"));
        System.out.println("sent");
      }
      Thread.currentThread().join();
    }
  }
}
