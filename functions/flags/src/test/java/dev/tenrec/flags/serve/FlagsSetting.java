package dev.tenrec.flags.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenrec.emulators.DynamoDbEmulator;
import dev.tenrec.http.testing.TestingBrowser;
import dev.tenrec.stores.access.Accounts;
import dev.tenrec.stores.access.PersonalKeys;
import dev.tenrec.stores.access.ProjectSecrets;
import dev.tenrec.stores.access.User;
import dev.tenrec.stores.batches.BatchTable;
import dev.tenrec.stores.batches.Pauses;
import dev.tenrec.stores.cohorts.CohortMembers;
import dev.tenrec.stores.definitions.Definition;
import dev.tenrec.stores.definitions.Definitions;
import dev.tenrec.stores.groups.DynamoDbGroupStore;
import dev.tenrec.stores.groups.Group;
import dev.tenrec.stores.groups.GroupKey;
import dev.tenrec.stores.groups.GroupTypes;
import dev.tenrec.stores.persons.Applied;
import dev.tenrec.stores.persons.DistinctIds;
import dev.tenrec.stores.persons.DynamoDbPersonStore;
import dev.tenrec.stores.persons.Person;
import dev.tenrec.stores.persons.PersonChange;
import dev.tenrec.stores.persons.PersonKey;
import dev.tenrec.stores.projects.Project;
import dev.tenrec.stores.projects.ProjectSettings;
import dev.tenrec.stores.projects.Projects;
import dev.tenrec.stores.table.Table;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The function on real tables, with one project. JSON is written with single quotes. */
final class FlagsSetting {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DynamoDbEmulator engine = DynamoDbEmulator.shared();
  private final InstantSource clock = InstantSource.system();
  private final Table state = new Table(engine.client(), engine.freshTable("projects"));
  private final String persons = engine.freshTable("persons");
  private final BatchTable people = new BatchTable(engine.client(), persons, 1, Pauses.system());
  private final Table definitionsTable =
      new Table(engine.client(), engine.freshTable("definitions"));
  final Definitions definitions = new Definitions(definitionsTable, clock);
  final CohortMembers members = new CohortMembers(new Table(engine.client(), persons));
  final ProjectSecrets secrets = new ProjectSecrets(state, clock);
  final Project project =
      new Projects(state, clock, () -> "phc_test").create(ProjectSettings.named("Shop"));
  final TestingBrowser sdk = browser();

  /** A client of its own, with headers of its own. */
  TestingBrowser browser() {
    return new TestingBrowser(
        new FlagsHandler(
            engine.client(),
            Map.of(
                "PROJECTS_TABLE",
                state.name(),
                "DEFINITIONS_TABLE",
                definitionsTable.name(),
                "PERSONS_TABLE",
                persons,
                "PRODUCTS",
                "flags,replay")));
  }

  /** A client with a personal key of these scopes. */
  TestingBrowser withKey(String... scopes) {
    User ada =
        new Accounts(state, clock).createOwner("a@example.com", "A", "long enough").orElseThrow();
    String key =
        new PersonalKeys(state, clock).create(ada, "sdk", List.of(scopes), List.of()).secret();
    return browser().withHeader("authorization", "Bearer " + key);
  }

  /** A project with a token that ends in its number. */
  Project anotherProject() {
    return new Projects(state, clock, () -> "phc_other").create(ProjectSettings.named("Other"));
  }

  JsonNode post(String path, String ask) throws IOException {
    TestingBrowser.Answer answer = sdk.send("POST", path, text(ask));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.body();
  }

  boolean enabled(String ask, String flag) throws IOException {
    return post("/flags/?v=2", ask).path("flags").path(flag).path("enabled").asBoolean();
  }

  Definition define(String key, String filters) {
    return define("{'key':'%s','active':true,'filters':%s}".formatted(key, filters));
  }

  Definition define(String flag) {
    return definitions.create(project.id(), "feature_flag", object(flag), "ada");
  }

  Definition cohort(String cohort) {
    return definitions.create(project.id(), "cohort", object(cohort), "ada");
  }

  void store(String distinctId, String properties) {
    Person person =
        new Person(
            PersonKey.of(project.id(), distinctId),
            1,
            object(properties),
            true,
            DistinctIds.of(distinctId),
            Applied.nothing(),
            clock.instant(),
            clock.instant());
    new DynamoDbPersonStore(people).write(List.of(List.of(new PersonChange(person, 0))));
  }

  void storeCompany(String key, String properties) {
    DynamoDbGroupStore groups = new DynamoDbGroupStore(people);
    groups.write(GroupTypes.none(project.id()).with("company"));
    groups.write(
        List.of(
            new Group(
                new GroupKey(project.id(), 0, key),
                1,
                object(properties),
                clock.instant(),
                clock.instant())));
  }

  static String text(String json) {
    return json.replace('\'', '"');
  }

  static ObjectNode object(String json) {
    try {
      return (ObjectNode) JSON.readTree(text(json));
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(json, broken);
    }
  }
}
