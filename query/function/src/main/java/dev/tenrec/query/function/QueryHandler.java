package dev.tenrec.query.function;

import dev.tenrec.http.HttpFunction;
import dev.tenrec.http.HttpHandler;
import dev.tenrec.lake.Lake;
import dev.tenrec.lake.LakeSettings;
import dev.tenrec.query.engine.CachedScans;
import dev.tenrec.query.engine.EngineSettings;
import dev.tenrec.query.engine.cache.CachedEngine;
import dev.tenrec.query.engine.columns.ColumnCache;
import dev.tenrec.query.engine.duckdb.DuckDbEngine;
import dev.tenrec.query.function.results.KeptInBucket;
import dev.tenrec.query.function.results.ResultObjects;
import dev.tenrec.query.function.results.S3ResultObjects;
import dev.tenrec.stores.access.Access;
import dev.tenrec.stores.access.Accounts;
import dev.tenrec.stores.access.PersonalKeys;
import dev.tenrec.stores.issues.Issues;
import dev.tenrec.stores.projects.ProjectDirectory;
import dev.tenrec.stores.table.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The Lambda entry. Files of the lake are kept in the function's temporary directory. */
public final class QueryHandler extends HttpFunction {
  private static final long CACHE_BYTES = 400L * 1024 * 1024;
  private static final long REMEMBERED_BYTES = 96L * 1024 * 1024;
  private static final long JVM_MEGABYTES = 1_024;
  private static final long ANSWER_BYTES = 200L * 1024 * 1024;
  // Shorter than the function's own limit, so that the answer says what happened.
  private static final Duration LONGEST = Duration.ofSeconds(50);

  public QueryHandler() {
    super(endpoint(System.getenv(), InstantSource.system()));
  }

  private static HttpHandler endpoint(Map<String, String> environment, InstantSource clock) {
    DynamoDbClient dynamo =
        DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
    S3Client s3 = S3Client.builder().httpClient(UrlConnectionHttpClient.create()).build();
    Table state = new Table(dynamo, environment.get("PROJECTS_TABLE"));
    Path directory = Path.of(System.getProperty("java.io.tmpdir"), "lake");
    CachedScans scans =
        new CachedScans(Lake.open(LakeSettings.fromEnvironment(environment)), clock);
    ResultObjects results = new S3ResultObjects(s3, environment.get("BUCKET"));
    DuckDbEngine duckDb =
        new DuckDbEngine(
            settings(directory, environment),
            scans,
            new ColumnCache(s3, directory, CACHE_BYTES),
            clock);
    return new QueryEndpoint(
        new Access(new Accounts(state, clock), new PersonalKeys(state, clock)),
        new ProjectDirectory(dynamo, state.name(), clock),
        new CachedEngine(
            duckDb,
            scans,
            new KeptInBucket(results),
            REMEMBERED_BYTES,
            environment.getOrDefault("AWS_LAMBDA_FUNCTION_VERSION", "")),
        new IssueIndex(
            new Issues(
                new Table(dynamo, environment.getOrDefault("ISSUES_TABLE", "issues")),
                clock,
                UUID::randomUUID)),
        results,
        clock);
  }

  // What the function has, less what the JVM needs beside the engine.
  private static EngineSettings settings(Path directory, Map<String, String> environment) {
    long megabytes =
        Long.parseLong(environment.getOrDefault("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "2048"));
    return new EngineSettings(
        directory,
        Math.max(256, megabytes - JVM_MEGABYTES) << 20,
        ANSWER_BYTES,
        Runtime.getRuntime().availableProcessors(),
        LONGEST);
  }
}
