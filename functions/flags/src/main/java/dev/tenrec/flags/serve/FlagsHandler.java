package dev.tenrec.flags.serve;

import dev.tenrec.http.HttpFunction;
import dev.tenrec.http.HttpHandler;
import dev.tenrec.remoteconfig.Products;
import dev.tenrec.remoteconfig.RemoteConfig;
import dev.tenrec.stores.access.Access;
import dev.tenrec.stores.access.Accounts;
import dev.tenrec.stores.access.PersonalKeys;
import dev.tenrec.stores.access.ProjectSecrets;
import dev.tenrec.stores.batches.BatchTable;
import dev.tenrec.stores.batches.Pauses;
import dev.tenrec.stores.cohorts.CohortMembers;
import dev.tenrec.stores.definitions.Definitions;
import dev.tenrec.stores.groups.DynamoDbGroupStore;
import dev.tenrec.stores.persons.DynamoDbPersonStore;
import dev.tenrec.stores.projects.ProjectDirectory;
import dev.tenrec.stores.table.Table;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The Lambda entry. */
public final class FlagsHandler extends HttpFunction {
  public FlagsHandler() {
    this(
        DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build(),
        System.getenv());
  }

  FlagsHandler(DynamoDbClient client, Map<String, String> environment) {
    super(endpoint(client, environment, InstantSource.system()));
  }

  private static HttpHandler endpoint(
      DynamoDbClient client, Map<String, String> environment, InstantSource clock) {
    Table state = new Table(client, environment.get("PROJECTS_TABLE"));
    String persons = environment.get("PERSONS_TABLE");
    BatchTable people = new BatchTable(client, persons, 1, Pauses.system());
    DynamoDbGroupStore groups = new DynamoDbGroupStore(people);
    ProjectFlags flags =
        new ProjectFlags(
            new Definitions(new Table(client, environment.get("DEFINITIONS_TABLE")), clock),
            groups,
            clock);
    ProjectDirectory projects = new ProjectDirectory(client, state.name(), clock);
    SubjectReader subjects =
        new SubjectReader(
            new DynamoDbPersonStore(people),
            groups,
            new FirstSeenIds(new Table(client, persons)),
            new CohortMembers(new Table(client, persons)),
            clock);
    KeyHolder keys =
        new KeyHolder(
            new Access(new Accounts(state, clock), new PersonalKeys(state, clock)),
            new ProjectSecrets(state, clock),
            projects);
    RemoteConfig configs =
        new RemoteConfig(Products.parse(environment.getOrDefault("PRODUCTS", "flags")));
    return new FlagRoutes(
        new FlagsEndpoint(
            projects, flags, subjects, new AnswerBody(configs, clock, UUID::randomUUID), clock),
        new DefinitionsEndpoint(keys, flags),
        new RemoteConfigEndpoint(keys, flags),
        new TestEndpoint(keys, flags, subjects));
  }
}
