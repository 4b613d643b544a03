package dev.tenrec.emulators.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.ConcurrentModificationException;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableInput;

/** What Tenrec relies on in Glue, to be held by every implementation and by the real service. */
public abstract class GlueContract {
  private final String database = "tenrec_" + UUID.randomUUID().toString().replace('-', '_');
  private GlueClient glue;

  protected abstract GlueClient client();

  @BeforeEach
  void createDatabase() {
    glue = client();
    glue.createDatabase(
        create ->
            create.databaseInput(
                input -> input.name(database).parameters(Map.of("owner", "tenrec"))));
  }

  @AfterEach
  void deleteDatabase() {
    glue.deleteDatabase(delete -> delete.name(database));
    glue.close();
  }

  @Test
  void describesADatabase() {
    var described = glue.getDatabase(get -> get.name(database)).database();

    assertThat(described.name()).isEqualTo(database);
    assertThat(described.parameters()).containsEntry("owner", "tenrec");
    assertThat(described.createTime()).isNotNull();
    assertThat(
            glue.getDatabasesPaginator(list -> {}).stream()
                .flatMap(page -> page.databaseList().stream()))
        .extracting(it -> it.name())
        .contains(database);
  }

  @Test
  void updatesADatabase() {
    glue.updateDatabase(
        update ->
            update
                .name(database)
                .databaseInput(input -> input.name(database).description("changed")));

    assertThat(glue.getDatabase(get -> get.name(database)).database().description())
        .isEqualTo("changed");
  }

  @Test
  void refusesADatabaseTwiceAndAMissingOne() {
    assertThatThrownBy(
            () -> glue.createDatabase(create -> create.databaseInput(it -> it.name(database))))
        .isInstanceOf(AlreadyExistsException.class);
    assertThatThrownBy(() -> glue.getDatabase(get -> get.name("missing_" + database)))
        .isInstanceOf(EntityNotFoundException.class);
    assertThatThrownBy(() -> glue.deleteDatabase(delete -> delete.name("missing_" + database)))
        .isInstanceOf(EntityNotFoundException.class);
  }

  @Test
  void returnsATableAsItWasCreated() {
    create(
        TableInput.builder()
            .name("Events")
            .tableType("EXTERNAL_TABLE")
            .description("all events")
            .parameters(Map.of("metadata_location", "s3://bucket/v1.json"))
            .storageDescriptor(
                storage ->
                    storage
                        .location("s3://bucket/events")
                        .columns(
                            column ->
                                column
                                    .name("uuid")
                                    .type("string")
                                    .parameters(Map.of("iceberg.field.id", "1"))))
            .build());

    Table table = table("events");

    assertThat(table.name()).isEqualTo("events");
    assertThat(table.databaseName()).isEqualTo(database);
    assertThat(table.tableType()).isEqualTo("EXTERNAL_TABLE");
    assertThat(table.description()).isEqualTo("all events");
    assertThat(table.parameters()).containsEntry("metadata_location", "s3://bucket/v1.json");
    assertThat(table.storageDescriptor().location()).isEqualTo("s3://bucket/events");
    assertThat(table.storageDescriptor().columns().getFirst().parameters())
        .containsEntry("iceberg.field.id", "1");
    assertThat(table.versionId()).isNotEmpty();
  }

  @Test
  void refusesATableTwiceAndAMissingOne() {
    create(TableInput.builder().name("events").build());

    assertThatThrownBy(() -> create(TableInput.builder().name("events").build()))
        .isInstanceOf(AlreadyExistsException.class);
    assertThatThrownBy(() -> table("missing")).isInstanceOf(EntityNotFoundException.class);
    assertThatThrownBy(
            () ->
                glue.createTable(
                    create ->
                        create
                            .databaseName("missing_" + database)
                            .tableInput(it -> it.name("events"))))
        .isInstanceOf(EntityNotFoundException.class);
    assertThatThrownBy(
            () -> glue.deleteTable(delete -> delete.databaseName(database).name("missing")))
        .isInstanceOf(EntityNotFoundException.class);
    assertThatThrownBy(() -> create(TableInput.builder().name("").build()))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void updatesATableOnlyOverTheVersionThatWasRead() {
    create(TableInput.builder().name("events").parameters(Map.of("at", "1")).build());
    String version = table("events").versionId();

    update("events", "2", version);

    assertThat(table("events").parameters()).isEqualTo(Map.of("at", "2"));
    assertThat(table("events").versionId()).isNotEqualTo(version);
    assertThatThrownBy(() -> update("events", "3", version))
        .isInstanceOf(ConcurrentModificationException.class);
    assertThat(table("events").parameters()).isEqualTo(Map.of("at", "2"));
  }

  @Test
  void listsTablesInPages() {
    List<String> names = IntStream.range(0, 105).mapToObj("table_%03d"::formatted).toList();
    names.forEach(name -> create(TableInput.builder().name(name).build()));

    assertThat(
            glue.getTablesPaginator(list -> list.databaseName(database)).stream()
                .flatMap(page -> page.tableList().stream()))
        .extracting(Table::name)
        .containsExactlyInAnyOrderElementsOf(names);
    assertThat(
            glue.getTables(list -> list.databaseName(database).expression("table_00.*"))
                .tableList())
        .hasSize(10);
  }

  @Test
  void deletesATable() {
    create(TableInput.builder().name("events").build());

    glue.deleteTable(delete -> delete.databaseName(database).name("events"));

    assertThatThrownBy(() -> table("events")).isInstanceOf(EntityNotFoundException.class);
  }

  private void create(TableInput input) {
    glue.createTable(create -> create.databaseName(database).tableInput(input));
  }

  private void update(String name, String at, String version) {
    glue.updateTable(
        update ->
            update
                .databaseName(database)
                .skipArchive(true)
                .versionId(version)
                .tableInput(input -> input.name(name).parameters(Map.of("at", at))));
  }

  private Table table(String name) {
    return glue.getTable(get -> get.databaseName(database).name(name)).table();
  }
}
