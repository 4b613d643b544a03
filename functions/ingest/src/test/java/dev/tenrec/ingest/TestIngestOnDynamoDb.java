package dev.tenrec.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.ingest.groups.GroupProcessor;
import dev.tenrec.ingest.persons.PersonProcessor;
import dev.tenrec.stores.batches.BatchTable;
import dev.tenrec.stores.batches.Pauses;
import dev.tenrec.stores.groups.DynamoDbGroupStore;
import dev.tenrec.stores.persons.DynamoDbPersonStore;
import dev.tenrec.stores.persons.PersonStore;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.stores.projects.ProjectSettings;
import dev.tenrec.streams.EnvelopeReader;
import dev.tenrec.streams.StreamRecord;
import dev.tenrec.streams.TestingClaimStore;
import dev.tenrec.streams.TestingEnvelopeStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The stores in memory are no kinder than the real ones. */
class TestIngestOnDynamoDb {
  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void theSameTrafficEndsTheSame(int itemsPerTransaction) {
    Traffic traffic = Traffic.random(new Random(3), 60, 20);
    IngestRig rig = new IngestRig();
    TestingEnvelopeStream published = new TestingEnvelopeStream();
    DynamoDbEmulator emulator = DynamoDbEmulator.shared();
    try (DynamoDbClient client = emulator.client()) {
      BatchTable table =
          new BatchTable(
              client, emulator.freshTable("persons"), itemsPerTransaction, Pauses.system());
      PersonStore persons = new DynamoDbPersonStore(table);
      Ingest ingest = ingest(table, persons, published);
      for (int from = 0; from < traffic.records().size(); from += 15) {
        List<StreamRecord> batch = traffic.records().subList(from, from + 15);
        for (int delivery = 0; delivery < 2; delivery++) {
          assertThat(rig.deliver(batch)).isEmpty();
          assertThat(ingest.consume(batch)).isEmpty();
        }
      }
      assertThat(persons.read(rig.persons.everything().keySet()))
          .isEqualTo(rig.persons.everything());
      assertThat(published.envelopes()).isEqualTo(rig.published.envelopes());
    }
  }

  private static Ingest ingest(
      BatchTable table, PersonStore persons, TestingEnvelopeStream published) {
    InstantSource clock = InstantSource.fixed(IngestRig.NOW);
    return new Ingest(
        new EnvelopeReader(new TestingClaimStore()),
        id ->
            Optional.of(
                new Project(id, "phc_1", Instant.EPOCH, 1, ProjectSettings.named("Project"))),
        new PersonProcessor(persons, clock),
        new GroupProcessor(new DynamoDbGroupStore(table), clock),
        published,
        clock,
        _ -> {});
  }
}
