package dev.tenrec.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is wrong is answered clearly, kept with its reason, and costs nothing else. A query that
 * never ends is at work all the while.
 */
class TestBadInput {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String KEPT =
      "select count() from rejected where reason = '%s' and position(body, '%s') > 0";

  private static RunningCloud cloud;
  private static ConsoleUser owner;
  private static String token;
  private static ExecutorService aside;
  private static Future<HttpResponse<String>> endless;

  @BeforeAll
  static void startAQueryThatNeverEnds() throws Exception {
    cloud = SharedCloud.get();
    owner = ConsoleUser.signIn(cloud.front());
    token = owner.token();
    aside = Executors.newVirtualThreadPerTaskExecutor();
    endless =
        aside.submit(
            () ->
                owner.query(
                    hogql(
                        "select sum(a.number * b.number + c.number) from numbers(1000000) a cross"
                            + " join numbers(1000000) b cross join numbers(1000000) c")));
  }

  @AfterAll
  static void end() {
    aside.shutdownNow();
  }

  @Test
  void requestsThatCannotBeTakenSayWhyAndAreKeptAndTheGoodOnesAmongThemArrive() throws Exception {
    List<BadRequest> bad = new ArrayList<>(BadRequest.malformed(token));
    bad.addAll(BadRequest.compressed(token));
    bad.addAll(BadRequest.tokens(token));

    for (BadRequest request : bad) {
      HttpResponse<String> answer = request.send(HTTP, cloud.front());
      assertThat(answer.statusCode())
          .as(request.name() + ": " + answer.body())
          .isEqualTo(request.status());
      assertThat(answer.body()).as(request.name()).contains(request.says());
      assertThat(post("{\"api_key\":\"%s\",\"event\":\"among bad ones\",\"distinct_id\":\"b\"}"))
          .isEqualTo(200);
    }

    String arrived = "select count() from events where event = 'among bad ones'";
    assertThat(owner.eventually(arrived, bad.size())).isEqualTo(bad.size());
    Map<String, Long> reasons =
        bad.stream().collect(Collectors.groupingBy(BadRequest::reason, Collectors.counting()));
    for (Map.Entry<String, Long> reason : reasons.entrySet()) {
      String kept =
          "select count() from rejected where step = 'capture' and detail != '' and reason = '%s'"
              .formatted(reason.getKey());
      assertThat(owner.eventually(kept, reason.getValue()))
          .as(kept)
          .isGreaterThanOrEqualTo(reason.getValue());
    }
    assertThat(owner.rows("select count() from rejected where position(body, 'phx_secret') > 0"))
        .hasToString("[[0]]");
    assertThat(owner.rows("select count() from events where event = 'bad'")).hasToString("[[0]]");
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /e/, 405",
    "POST, /i/v0/nothing, 404",
    "GET, /e/, 400",
    "GET, /e/?data=%7Bnot, 400"
  })
  void theWrongMethodOrPathIsSaid(String method, String path, int status) throws Exception {
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(cloud.front().resolve(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{not json                              | 400 | The payload is not JSON",
        "[]                                     | 400 | not a JSON object",
        "{\"distinct_id\":\"a\"}                  | 401 | The token is missing or unknown",
        "{\"token\":\"phc_x\",\"distinct_id\":1}  | 401 | The token is missing or unknown",
        "{\"token\":\"TOKEN\"}                    | 400 | distinct_id is missing",
        "{\"token\":\"TOKEN\",\"distinct_id\":{}} | 400 | distinct_id is missing",
        "{\"token\":\"TOKEN\",\"distinct_id\":7,\"groups\":\"x\",\"person_properties\":[NaN]} | 200"
            + " | flags"
      })
  void flagsSayWhatIsWrongWithTheQuestion(String body, int status, String says) throws Exception {
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(cloud.front().resolve("/flags/?v=2"))
                .POST(HttpRequest.BodyPublishers.ofString(body.replace("TOKEN", token)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(says);
  }

  @Test
  void absurdIdsAndTimesAreMadeBearable() throws Exception {
    String long5000 = "x".repeat(5_000);
    List<String> ids =
        List.of(
            "\"" + long5000 + "\"",
            "\"nul\\u0000nul\"",
            "12345678901234567890",
            "{\"a\":[1]}",
            "[]",
            "true",
            "\"\\ud800 alone\"",
            "\"'; drop table events --\"",
            "\"😀\"");
    for (String id : ids) {
      assertThat(post("{\"api_key\":\"%s\",\"event\":\"absurd id\",\"distinct_id\":" + id + "}"))
          .as(id)
          .isEqualTo(200);
    }
    List<String> times =
        List.of(
            "\"99999-01-01\"",
            "\"-4000-01-01T00:00:00Z\"",
            "\"yesterday\"",
            "1e300",
            "-1",
            "{}",
            "\"0000-00-00T00:00:00Z\"",
            "\"2026-02-30T25:61:61Z\"",
            "\"9999-12-31T23:59:59Z\"",
            "\"0001-01-01T00:00:00Z\"");
    for (String time : times) {
      assertThat(
              post(
                  "{\"api_key\":\"%s\",\"event\":\"absurd"
                      + " time\",\"distinct_id\":\"t\",\"timestamp\":"
                      + time
                      + "}"))
          .as(time)
          .isEqualTo(200);
    }
    for (String offset : List.of("9223372036854775807", "-9223372036854775808", "\"x\"")) {
      assertThat(
              post(
                  "{\"api_key\":\"%s\",\"event\":\"absurd time\",\"distinct_id\":\"t\",\"offset\":"
                      + offset
                      + "}"))
          .as(offset)
          .isEqualTo(200);
    }
    assertThat(
            post(
                "{\"api_key\":\"%s\",\"event\":\"$identify\",\"distinct_id\":\"real\",\"properties\":{\"$anon_distinct_id\":\"undefined\"}}"))
        .isEqualTo(200);

    assertThat(owner.eventually("select count() from events where event = 'absurd id'", ids.size()))
        .isEqualTo(ids.size());
    assertThat(
            owner.rows(
                "select max(length(distinct_id)), count(distinct person_id) from events where event"
                    + " = 'absurd id'"))
        .hasToString("[[200," + ids.size() + "]]");
    int times13 = times.size() + 3;
    assertThat(owner.eventually("select count() from events where event = 'absurd time'", times13))
        .isEqualTo(times13);
    assertThat(
            owner.rows(
                "select count() from events where event = 'absurd time' and timestamp > now() +"
                    + " interval 1 day"))
        .hasToString("[[0]]");
    String warned = KEPT.formatted("cannot_merge_with_illegal_distinct_id", "undefined");
    assertThat(owner.eventually(warned, 1)).isEqualTo(1);
    assertThat(
            owner.rows(
                "select count() from events where event = '$identify' and distinct_id = 'real'"))
        .hasToString("[[1]]");
  }

  @Test
  void aPoisonRecordIsKeptAndTheRecordsAroundItGoOn() throws Exception {
    String before = "{\"api_key\":\"%s\",\"event\":\"around poison\",\"distinct_id\":\"p\"}";
    List<String> poison =
        List.of(
            "{\"stage\":\"captured\",\"kind\":\"events\",\"project\":\"poison one\"}",
            "{\"stage\":\"captured\",\"kind\":\"events\",\"project\":1,\"claim\":\"claims/poison-two\"}",
            "{\"stage\":\"captured\",\"kind\":\"events\",\"project\":404,\"distinct_id\":\"p\",\"received_at\":\""
                + "2026-03-01T12:00:00Z"
                + "\",\"ip\":\"\",\"historical\":false,\"events\":[{\"uuid\":\"018f0000-0000-7000-8000-000000000001\",\"event\":\"poison"
                + " three\",\"timestamp\":\"2026-03-01T12:00:00Z\",\"properties\":{}}]}",
            "{\"stage\":\"processed\",\"kind\":\"events\",\"project\":\"poison four\"}",
            "{\"stage\":\"processed\",\"kind\":\"persons\",\"project\":1,\"persons\":[{\"poison\":\"five\"}],\"overrides\":[]}");
    for (String record : poison) {
      assertThat(post(before)).isEqualTo(200);
      put(record);
      // No JSON is nothing that the functions' filters let through.
      put("poison that is no JSON");
    }
    assertThat(post(before)).isEqualTo(200);

    assertThat(
            owner.eventually(
                "select count() from events where event = 'around poison'", poison.size() + 1))
        .isEqualTo(poison.size() + 1);
    for (String[] kept :
        new String[][] {
          {"undecodable_record", "poison one"},
          {"undecodable_record", "poison-two"},
          {"unknown_project", "poison three"},
          {"malformed_envelope", "poison four"},
          {"malformed_envelope", "\"five\""}
        }) {
      assertThat(owner.eventually(KEPT.formatted(kept[0], kept[1]), 1)).as(kept[1]).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select count( from events | syntax | line 1",
        "select * from evnts | unknown_table | Did you mean \"events\"?",
        "select evnt from events | unknown_field | Did you mean \"event\"?",
        "drop table events | syntax | line 1",
        "select * from read_csv('/etc/passwd') |  | read_csv",
        "select lower('a', 'b') | wrong_arguments | expects 1 argument",
        "select | syntax | something must follow",
      })
  void aMistakeInAQuerySaysWhatAndWhere(String query, String code, String says) throws Exception {
    HttpResponse<String> answer = owner.query(hogql(query));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    JsonNode error = JSON.readTree(answer.body());
    assertThat(error.path("type").asText()).isEqualTo("validation_error");
    if (code != null) {
      assertThat(error.path("code").asText()).isEqualTo(code);
    }
    assertThat(error.path("detail").asText()).contains(says == null ? "" : says);
  }

  @Test
  void aQueryOfNoKindAndARequestWithoutOneAreRefused() throws Exception {
    assertThat(owner.query(JSON.createObjectNode().put("kind", "Nonsense")).statusCode())
        .isEqualTo(400);
    HttpResponse<String> none =
        owner.send("/api/projects/1/query/", "POST", JSON.createObjectNode());
    assertThat(none.statusCode()).isEqualTo(400);
    assertThat(none.body()).contains("\"attr\":\"query\"");
    assertThat(owner.send("/api/projects/404/query/", "POST", JSON.createObjectNode()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void anEndlessQueryIsStoppedAndOthersRunMeanwhileAndAfterwards() throws Exception {
    assertThat(owner.rows("select 1")).hasToString("[[1]]");

    HttpResponse<String> answer = endless.get();

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(504);
    JsonNode error = JSON.readTree(answer.body());
    assertThat(error.path("code").asText()).isEqualTo("timeout");
    assertThat(error.path("detail").asText()).contains("seconds and was stopped");
    assertThat(owner.rows("select 1")).hasToString("[[1]]");
  }

  private static ObjectNode hogql(String query) {
    return JSON.createObjectNode().put("kind", "HogQLQuery").put("query", query);
  }

  // Sends what a template makes of the token.
  private static int post(String template) throws Exception {
    return HTTP.send(
            HttpRequest.newBuilder(cloud.front().resolve("/e/"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(template.replace("%s", token)))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private static void put(String record) throws Exception {
    JsonNode streams = kinesis("ListStreams", JSON.createObjectNode());
    kinesis(
        "PutRecord",
        JSON.createObjectNode()
            .put("StreamName", streams.path("StreamNames").path(0).asText())
            .put("PartitionKey", "1:p")
            .put(
                "Data",
                Base64.getEncoder()
                    .encodeToString(record.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
  }

  private static JsonNode kinesis(String action, ObjectNode input) throws Exception {
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(cloud.ready().at("/endpoints/kinesis").asText()))
                .header("content-type", "application/x-amz-json-1.1")
                .header("x-amz-target", "Kinesis_20131202." + action)
                .POST(HttpRequest.BodyPublishers.ofString(input.toString()))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }
}
