package dev.tenrec.emulators.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.TooManyEntriesInBatchRequestException;

/** What Tenrec relies on in SQS, to be held by every implementation and by the real service. */
public abstract class SqsContract {
  private final List<String> created = new ArrayList<>();
  private SqsClient sqs;

  protected abstract SqsClient client();

  @BeforeEach
  void connect() {
    sqs = client();
  }

  @AfterEach
  void deleteQueues() {
    created.forEach(url -> sqs.deleteQueue(delete -> delete.queueUrl(url)));
    sqs.close();
  }

  private String create(Map<QueueAttributeName, String> attributes) {
    String name = "contract-" + UUID.randomUUID();
    String url = sqs.createQueue(it -> it.queueName(name).attributes(attributes)).queueUrl();
    created.add(url);
    return url;
  }

  @Test
  void deliversAMessageWithItsAttributes() {
    String queue = create(Map.of());
    MessageAttributeValue table =
        MessageAttributeValue.builder().dataType("String").stringValue("events").build();

    sqs.sendMessage(
        it ->
            it.queueUrl(queue)
                .messageBody("{\"table\":\"événements\"}")
                .messageAttributes(Map.of("table", table)));
    Message message = receive(queue, 5).getFirst();

    assertThat(message.body()).isEqualTo("{\"table\":\"événements\"}");
    assertThat(message.messageAttributes()).containsEntry("table", table);
    assertThat(message.attributes())
        .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1")
        .containsKey(MessageSystemAttributeName.SENT_TIMESTAMP);
  }

  @Test
  void deliversADeletedMessageNeverAgain() {
    String queue = create(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "0"));
    sqs.sendMessage(it -> it.queueUrl(queue).messageBody("nudge"));

    Message message = receive(queue, 5).getFirst();
    sqs.deleteMessage(it -> it.queueUrl(queue).receiptHandle(message.receiptHandle()));

    assertThat(receive(queue, 1)).isEmpty();
  }

  @Test
  void hidesAReceivedMessageUntilItIsGivenBack() {
    String queue = create(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "600"));
    sqs.sendMessage(it -> it.queueUrl(queue).messageBody("nudge"));

    Message message = receive(queue, 5).getFirst();
    assertThat(receive(queue, 0)).isEmpty();
    sqs.changeMessageVisibility(
        it -> it.queueUrl(queue).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
    Message again = receive(queue, 5).getFirst();

    assertThat(again.messageId()).isEqualTo(message.messageId());
    assertThat(again.attributes())
        .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2");
  }

  @Test
  void wakesAWaitingReceiver() {
    String queue = create(Map.of());
    CompletableFuture<List<Message>> waiting =
        CompletableFuture.supplyAsync(() -> receive(queue, 20));

    sqs.sendMessage(it -> it.queueUrl(queue).messageBody("nudge"));

    assertThat(waiting.join()).extracting(Message::body).containsExactly("nudge");
  }

  @Test
  void movesAMessageThatFailsTooOftenToTheDeadLetterQueue() {
    String dead = create(Map.of());
    String queue =
        create(
            Map.of(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                "0",
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":2}".formatted(arn(dead))));
    sqs.sendMessage(it -> it.queueUrl(queue).messageBody("poison"));

    receive(queue, 5);
    receive(queue, 5);
    assertThat(receive(queue, 1)).isEmpty();

    assertThat(receive(dead, 5)).extracting(Message::body).containsExactly("poison");
  }

  @Test
  void sendsAndDeletesInBatches() {
    String queue = create(Map.of());
    List<String> bodies = IntStream.range(0, 10).mapToObj(i -> "message " + i).toList();

    var sent =
        sqs.sendMessageBatch(
            it ->
                it.queueUrl(queue)
                    .entries(
                        bodies.stream()
                            .map(
                                body ->
                                    SendMessageBatchRequestEntry.builder()
                                        .id("" + bodies.indexOf(body))
                                        .messageBody(body)
                                        .build())
                            .toList()));

    assertThat(sent.failed()).isEmpty();
    List<String> received = new ArrayList<>();
    while (received.size() < 10) {
      List<Message> messages = receive(queue, 5);
      assertThat(messages).isNotEmpty();
      messages.forEach(message -> received.add(message.body()));
      sqs.deleteMessageBatch(
          it ->
              it.queueUrl(queue)
                  .entries(
                      messages.stream()
                          .map(
                              message ->
                                  DeleteMessageBatchRequestEntry.builder()
                                      .id(message.messageId())
                                      .receiptHandle(message.receiptHandle())
                                      .build())
                          .toList()));
    }
    assertThat(received).containsExactlyInAnyOrderElementsOf(bodies);
  }

  @Test
  void delaysAMessage() {
    String queue = create(Map.of());

    sqs.sendMessage(it -> it.queueUrl(queue).messageBody("later").delaySeconds(600));

    assertThat(receive(queue, 0)).isEmpty();
    assertThat(attributes(queue))
        .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED, "1");
  }

  @Test
  void describesAQueueAndFindsItByName() {
    String queue = create(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "17"));
    String name = queue.substring(queue.lastIndexOf('/') + 1);

    assertThat(sqs.getQueueUrl(it -> it.queueName(name)).queueUrl()).isEqualTo(queue);
    assertThat(
            sqs.createQueue(
                    it ->
                        it.queueName(name).attributesWithStrings(Map.of("VisibilityTimeout", "17")))
                .queueUrl())
        .isEqualTo(queue);
    assertThat(arn(queue)).endsWith(":" + name);
    assertThat(attributes(queue)).containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "17");
    sqs.setQueueAttributes(
        it -> it.queueUrl(queue).attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "18")));
    assertThat(attributes(queue)).containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "18");
    assertThatThrownBy(() -> sqs.getQueueUrl(it -> it.queueName("missing-" + name)))
        .isInstanceOf(QueueDoesNotExistException.class);
  }

  @Test
  void returnsTheAttributesThatTheReceiverWants() {
    String queue = create(Map.of());
    MessageAttributeValue bytes =
        MessageAttributeValue.builder()
            .dataType("Binary")
            .binaryValue(SdkBytes.fromByteArray(new byte[] {0, -1, 7}))
            .build();
    MessageAttributeValue number =
        MessageAttributeValue.builder().dataType("Number").stringValue("12.5").build();
    sqs.sendMessage(
        it ->
            it.queueUrl(queue)
                .messageBody("nudge")
                .messageAttributes(Map.of("bytes", bytes, "number", number)));

    Message message =
        sqs.receiveMessage(
                it -> it.queueUrl(queue).waitTimeSeconds(5).messageAttributeNames("bytes"))
            .messages()
            .getFirst();

    assertThat(message.messageAttributes()).isEqualTo(Map.of("bytes", bytes));
    assertThat(message.attributes()).isEmpty();
  }

  @Test
  void tellsWhichEntriesOfABatchFailed() {
    String queue = create(Map.of());
    sqs.sendMessage(it -> it.queueUrl(queue).messageBody("nudge"));
    Message message = receive(queue, 5).getFirst();

    var answer =
        sqs.deleteMessageBatch(
            it ->
                it.queueUrl(queue)
                    .entries(delete("good", message.receiptHandle()), delete("bad", "no receipt")));

    assertThat(answer.successful()).extracting(entry -> entry.id()).containsExactly("good");
    assertThat(answer.failed()).extracting(entry -> entry.id()).containsExactly("bad");
  }

  @Test
  void refusesWhatItCannotTake() {
    String queue = create(Map.of());
    List<SendMessageBatchRequestEntry> eleven =
        IntStream.range(0, 11)
            .mapToObj(
                i -> SendMessageBatchRequestEntry.builder().id("" + i).messageBody("x").build())
            .toList();

    assertThatThrownBy(() -> sqs.sendMessageBatch(it -> it.queueUrl(queue).entries(eleven)))
        .isInstanceOf(TooManyEntriesInBatchRequestException.class);
    assertThatThrownBy(
            () -> sqs.sendMessage(it -> it.queueUrl(queue).messageBody("x".repeat((1 << 20) + 1))))
        .isInstanceOf(SqsException.class);
    assertThatThrownBy(
            () -> sqs.sendMessage(it -> it.queueUrl(queue + "-missing").messageBody("x")))
        .isInstanceOf(QueueDoesNotExistException.class);
    assertThat(receive(queue, 0)).isEmpty();
  }

  private static DeleteMessageBatchRequestEntry delete(String id, String receipt) {
    return DeleteMessageBatchRequestEntry.builder().id(id).receiptHandle(receipt).build();
  }

  private List<Message> receive(String queue, int seconds) {
    return sqs.receiveMessage(
            it ->
                it.queueUrl(queue)
                    .maxNumberOfMessages(10)
                    .waitTimeSeconds(seconds)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  private Map<QueueAttributeName, String> attributes(String queue) {
    return sqs.getQueueAttributes(it -> it.queueUrl(queue).attributeNames(QueueAttributeName.ALL))
        .attributes();
  }

  private String arn(String queue) {
    return attributes(queue).get(QueueAttributeName.QUEUE_ARN);
  }
}
