package dev.tenrec.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenrec.api.access.AccessRoutes;
import dev.tenrec.api.errors.ErrorTrackingRoutes;
import dev.tenrec.api.errors.uploads.Uploads;
import dev.tenrec.api.flags.FlagRoutes;
import dev.tenrec.api.insights.InsightRoutes;
import dev.tenrec.api.projects.ProjectRoutes;
import dev.tenrec.api.recordings.RecordingRoutes;
import dev.tenrec.api.resource.ProjectScope;
import dev.tenrec.api.workflows.WorkflowRoutes;
import dev.tenrec.events.TimeOrderedIds;
import dev.tenrec.http.HttpFunction;
import dev.tenrec.recordings.DynamoDbRecordingStore;
import dev.tenrec.recordings.S3BlockStore;
import dev.tenrec.recordings.WatchedRecordings;
import dev.tenrec.stores.access.Access;
import dev.tenrec.stores.access.Accounts;
import dev.tenrec.stores.access.PersonalKeys;
import dev.tenrec.stores.access.ProjectSecrets;
import dev.tenrec.stores.access.Secrets;
import dev.tenrec.stores.batches.BatchTable;
import dev.tenrec.stores.batches.Pauses;
import dev.tenrec.stores.cohorts.CohortMembers;
import dev.tenrec.stores.definitions.Definitions;
import dev.tenrec.stores.issues.Issues;
import dev.tenrec.stores.persons.DynamoDbPersonStore;
import dev.tenrec.stores.persons.PersonFinder;
import dev.tenrec.stores.persons.PersonStore;
import dev.tenrec.stores.projects.Projects;
import dev.tenrec.stores.symbols.Releases;
import dev.tenrec.stores.symbols.SymbolSets;
import dev.tenrec.stores.table.Table;
import dev.tenrec.streams.EnvelopeStream;
import dev.tenrec.streams.KinesisEnvelopeStream;
import dev.tenrec.workflow.runs.DynamoDbRuns;
import dev.tenrec.workflow.runs.QueueWakeUps;
import dev.tenrec.workflow.runs.RunStarter;
import dev.tenrec.workflow.runs.Runs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The Lambda entry: HTTP requests go to {@link Api}; a direct invocation, which only the account's
 * administrators can make, goes to {@link AdminCommands}.
 */
public final class ApiHandler implements RequestStreamHandler {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PUBLISHING = Duration.ofSeconds(10);

  private final HttpFunction api;
  private final AdminCommands commands;

  public ApiHandler() {
    this(
        DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build(),
        System.getenv());
  }

  ApiHandler(DynamoDbClient client, Map<String, String> environment) {
    InstantSource clock = InstantSource.system();
    Table state = new Table(client, environment.get("PROJECTS_TABLE"));
    Accounts accounts = new Accounts(state, clock);
    PersonalKeys keys = new PersonalKeys(state, clock);
    Projects projects = new Projects(state, clock, Secrets::projectToken);
    Definitions definitions =
        new Definitions(new Table(client, environment.get("DEFINITIONS_TABLE")), clock);
    EnvelopeStream processed =
        KinesisEnvelopeStream.connect(
            environment.getOrDefault("PROCESSED_STREAM", "processed"),
            environment.getOrDefault("BUCKET", ""),
            PUBLISHING);
    Access access = new Access(accounts, keys);
    ProjectScope scope = new ProjectScope(access, projects);
    PersonStore persons =
        new DynamoDbPersonStore(
            new BatchTable(client, personsTable(environment), 1, Pauses.system()));
    this.api =
        new HttpFunction(
            new Api(
                List.of(
                    new AccessRoutes(
                            access,
                            accounts,
                            keys,
                            projects,
                            environment.getOrDefault("SETUP_CODE", ""))
                        .routes(),
                    new ProjectRoutes(access, scope, projects, new ProjectSecrets(state, clock))
                        .routes(),
                    new InsightRoutes(scope, definitions).routes(),
                    new FlagRoutes(
                            scope,
                            definitions,
                            new CohortMembers(new Table(client, personsTable(environment))),
                            new PersonFinder(persons))
                        .routes(),
                    workflows(scope, definitions, client, environment, clock).routes(),
                    errors(scope, accounts, client, environment, processed, clock).routes(),
                    recordings(scope, persons, client, environment, processed, clock).routes())));
    this.commands = new AdminCommands(projects, accounts, keys, clock);
  }

  private static String personsTable(Map<String, String> environment) {
    return environment.getOrDefault("PERSONS_TABLE", "persons");
  }

  private static WorkflowRoutes workflows(
      ProjectScope scope,
      Definitions definitions,
      DynamoDbClient client,
      Map<String, String> environment,
      InstantSource clock) {
    Runs runs = new DynamoDbRuns(new Table(client, environment.getOrDefault("RUNS_TABLE", "runs")));
    // Without the queue nobody would wake what is started.
    Optional<RunStarter> starter =
        Optional.ofNullable(environment.get("WORKFLOW_QUEUE_URL"))
            .map(
                queue ->
                    new RunStarter(
                        runs,
                        new QueueWakeUps(
                            SqsClient.builder()
                                .httpClient(UrlConnectionHttpClient.create())
                                .build(),
                            queue),
                        TimeOrderedIds.system(),
                        clock));
    return new WorkflowRoutes(scope, definitions, runs, starter, clock);
  }

  private static ErrorTrackingRoutes errors(
      ProjectScope scope,
      Accounts accounts,
      DynamoDbClient client,
      Map<String, String> environment,
      EnvelopeStream processed,
      InstantSource clock) {
    Table issues = new Table(client, environment.getOrDefault("ISSUES_TABLE", "issues"));
    TimeOrderedIds ids = TimeOrderedIds.system();
    return new ErrorTrackingRoutes(
        scope,
        accounts,
        new Issues(issues, clock, ids),
        new SymbolSets(issues, clock, ids),
        new Releases(issues, clock, ids),
        Uploads.connect(environment, clock),
        processed);
  }

  private static RecordingRoutes recordings(
      ProjectScope scope,
      PersonStore persons,
      DynamoDbClient client,
      Map<String, String> environment,
      EnvelopeStream processed,
      InstantSource clock) {
    Duration kept =
        Duration.ofDays(Long.parseLong(environment.getOrDefault("RECORDING_DAYS", "30")));
    String sessions = environment.getOrDefault("SESSIONS_TABLE", "sessions");
    return new RecordingRoutes(
        scope,
        new DynamoDbRecordingStore(client, sessions, kept),
        S3BlockStore.connect(environment.getOrDefault("BUCKET", "")),
        persons,
        new WatchedRecordings(client, sessions, kept),
        processed,
        clock);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    byte[] bytes = input.readAllBytes();
    JsonNode event = JSON.readTree(bytes);
    if (event.has("requestContext")) {
      api.handleRequest(new ByteArrayInputStream(bytes), output, context);
    } else {
      JSON.writeValue(output, commands.run(event));
    }
  }
}
