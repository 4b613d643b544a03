package dev.tenrec.demo.shop;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TestTraffic {
  private static final Instant NOW = Instant.parse("2026-05-20T14:30:00Z");
  private static final FlagSource FLAGS =
      question ->
          Map.of(
              "free-shipping-banner",
              new FlagSource.Answer(
                  TextNode.valueOf(variant(question.deviceId())), 1, 2, "Matched condition set 1"));
  private static final List<Visit> MONTH = visits(new Traffic(1, 30, 3_000, NOW));
  private static final List<DemoEvent> EVENTS = events(MONTH);

  @Test
  void theSameSeedMakesTheSameEvents() {
    assertThat(events(visits(new Traffic(1, 30, 300, NOW))))
        .isEqualTo(events(visits(new Traffic(1, 30, 300, NOW))));
  }

  @Test
  void anotherSeedIsAnotherCrowd() {
    Set<UUID> ids = EVENTS.stream().map(DemoEvent::uuid).collect(toSet());
    assertThat(events(visits(new Traffic(2, 30, 300, NOW))))
        .noneMatch(event -> ids.contains(event.uuid()));
  }

  @Test
  void laterOnlyAddsEvents() {
    List<DemoEvent> now = events(visits(new Traffic(1, 30, 300, NOW)));
    List<DemoEvent> soon = events(visits(new Traffic(1, 30, 300, NOW.plusSeconds(7_200))));
    assertThat(new HashSet<>(soon)).containsAll(now);
    assertThat(soon).hasSizeGreaterThan(now.size());

    Instant tomorrow = NOW.plus(Duration.ofHours(22));
    Traffic next = new Traffic(1, 30, 300, tomorrow);
    assertThat(new HashSet<>(events(visits(next))))
        .containsAll(
            now.stream().filter(event -> !event.timestamp().isBefore(next.start())).toList());
  }

  @Test
  void lanesShareTheVisitorsOut() {
    Traffic traffic = new Traffic(1, 10, 200, NOW);
    Map<String, Integer> laneOf = new HashMap<>();
    List<DemoEvent> together = new ArrayList<>();
    for (int lane = 0; lane < 3; lane++) {
      int number = lane;
      traffic
          .lane(lane, 3, FLAGS)
          .forEachRemaining(
              visit -> {
                assertThat(laneOf.merge(visit.visitor(), number, (a, b) -> a)).isEqualTo(number);
                together.addAll(visit.events());
              });
    }
    assertThat(new HashSet<>(together)).isEqualTo(new HashSet<>(events(visits(traffic))));
    assertThat(new HashSet<>(laneOf.values())).hasSize(3);
  }

  @Test
  void asManyPeopleComeAsWereAskedFor() {
    assertThat(MONTH.stream().map(Visit::visitor).distinct().count()).isBetween(2_400L, 3_600L);
    assertThat(visits(new Traffic(1, 7, 100, NOW)).stream().map(Visit::visitor).distinct().count())
        .isBetween(60L, 150L);
    assertThat((double) MONTH.size() / 3_000).isBetween(1.2, 2.5);
    assertThat((double) EVENTS.size() / MONTH.size()).isBetween(8.0, 18.0);
  }

  @Test
  void everyDayHasTrafficAndNoneIsInTheFuture() {
    Map<LocalDate, List<DemoEvent>> days =
        EVENTS.stream()
            .collect(groupingBy(event -> LocalDate.ofInstant(event.timestamp(), ZoneOffset.UTC)));
    assertThat(days).hasSize(30);
    assertThat(days.keySet()).allMatch(day -> !day.isBefore(LocalDate.of(2026, 4, 21)));
    assertThat(EVENTS).noneMatch(event -> event.timestamp().isAfter(NOW));
  }

  @Test
  void evenTheSmallestTrafficWorks() {
    assertThat(events(visits(new Traffic(7, 1, 1, NOW)))).hasSizeLessThan(200);
    assertThatThrownBy(() -> new Traffic(1, 0, 10, NOW)).hasMessageContaining("days is 0");
    assertThatThrownBy(() -> new Traffic(1, 30, 0, NOW)).hasMessageContaining("visitors is 0");
  }

  @Test
  void everyEventHasAnIdOfItsOwn() {
    assertThat(EVENTS.stream().map(DemoEvent::uuid).distinct().count()).isEqualTo(EVENTS.size());
    assertThat(EVENTS).allMatch(event -> event.uuid().version() == 7);
    assertThat(EVENTS)
        .allMatch(
            event ->
                event.uuid().getMostSignificantBits() >>> 16 == event.timestamp().toEpochMilli());
  }

  @Test
  void aVisitIsOneSessionInOrderOfTime() {
    Set<String> sessions = new HashSet<>();
    for (Visit visit : MONTH) {
      assertThat(visit.events())
          .extracting(DemoEvent::timestamp)
          .isSortedAccordingTo(Instant::compareTo);
      Set<String> ids =
          visit.events().stream()
              .map(event -> event.properties().path("$session_id").asText())
              .collect(toSet());
      assertThat(ids).hasSize(1);
      assertThat(sessions.add(ids.iterator().next())).isTrue();
      UUID session = UUID.fromString(ids.iterator().next());
      assertThat(session.version()).isEqualTo(7);
      assertThat(session.getMostSignificantBits() >>> 16).isEqualTo(visit.start().toEpochMilli());
    }
  }

  @Test
  void theFunnelNarrowsAtEveryStep() {
    List<String> steps =
        List.of(
            "$pageview",
            "product viewed",
            "product added",
            "checkout started",
            "purchase completed");
    long before = Long.MAX_VALUE;
    for (String step : steps) {
      long visits = MONTH.stream().filter(visit -> has(visit, step)).count();
      assertThat(visits).as(step).isPositive().isLessThan(before);
      before = visits;
    }
    assertThat((double) before / MONTH.size()).isBetween(0.02, 0.08);
    Set<Visit> whole =
        MONTH.stream()
            .filter(visit -> visit.events().getFirst().name().equals("$pageview"))
            .collect(toSet());
    for (int step = 2; step < steps.size(); step++) {
      String name = steps.get(step);
      String needed = steps.get(step - 1);
      assertThat(whole).noneMatch(visit -> has(visit, name) && !has(visit, needed));
    }
  }

  @Test
  void revenueIsTheSumOfWhatIsBought() {
    List<DemoEvent> purchases = named("purchase completed");
    assertThat(purchases).hasSizeGreaterThan(50);
    for (DemoEvent purchase : purchases) {
      double sum = 0;
      for (JsonNode item : purchase.properties().path("items")) {
        sum += item.path("price").asDouble() * item.path("quantity").asInt();
      }
      assertThat(purchase.properties().path("revenue").asDouble())
          .isPositive()
          .isCloseTo(sum, org.assertj.core.data.Offset.offset(0.001));
      assertThat(purchase.properties().path("currency").asText()).isEqualTo("EUR");
    }
  }

  @Test
  void identifyingJoinsTheAnonymousVisitorToTheUser() {
    List<DemoEvent> identified = named("$identify");
    assertThat(identified).hasSizeGreaterThan(100);
    for (DemoEvent event : identified) {
      assertThat(event.distinctId()).contains("@mail.example");
      assertThat(event.properties().path("$anon_distinct_id").asText())
          .isEqualTo(event.properties().path("$device_id").asText());
      assertThat(event.properties().path("$set").path("email").asText())
          .isEqualTo(event.distinctId());
    }
    for (DemoEvent event : EVENTS) {
      boolean user = event.distinctId().contains("@");
      if (event.properties().path("$lib").asText().equals("web")) {
        assertThat(event.properties().path("$is_identified").asBoolean()).isEqualTo(user);
      }
      assertThat(event.properties().path("$process_person_profile").asBoolean()).isEqualTo(user);
    }
    assertThat(named("signed up").stream().map(DemoEvent::distinctId).distinct().count())
        .isEqualTo(named("signed up").size());
    assertThat(identified.stream().collect(groupingBy(DemoEvent::distinctId)).values())
        .anyMatch(sameUser -> sameUser.size() > 1);
  }

  @Test
  void thereIsVarietyInWhereAndHowPeopleCome() {
    assertThat(values("$geoip_country_code")).hasSizeGreaterThan(10);
    assertThat(values("$browser")).hasSizeGreaterThan(5);
    assertThat(values("$device_type")).containsExactlyInAnyOrder("Desktop", "Mobile", "Tablet");
    assertThat(values("utm_campaign")).hasSizeGreaterThan(3);
    assertThat(values("$referring_domain")).contains("$direct", "www.google.com");
    assertThat(values("$pathname")).contains("/", "/products/sencha", "/checkout");
  }

  @Test
  void aFewThingsBreakInPagesAndServicesSomeMoreOftenThanOthers() {
    List<DemoEvent> exceptions = named("$exception");
    assertThat(exceptions).hasSizeBetween(50, EVENTS.size() / 100);
    Map<String, Long> counts = new HashMap<>();
    Set<String> libraries = new HashSet<>();
    for (DemoEvent exception : exceptions) {
      JsonNode chain = exception.properties().path("$exception_list");
      counts.merge(chain.path(0).path("type").asText(), 1L, Long::sum);
      libraries.add(exception.properties().path("$lib").asText());
      for (JsonNode thrown : chain) {
        assertThat(thrown.path("value").asText()).isNotEmpty();
        assertThat(thrown.path("mechanism").path("handled").isBoolean()).isTrue();
        for (JsonNode frame : thrown.path("stacktrace").path("frames")) {
          assertThat(frame.path("lineno").asInt()).isPositive();
          assertThat(frame.path("platform").asText()).isNotEmpty();
        }
      }
    }
    assertThat(counts)
        .hasSizeGreaterThanOrEqualTo(8)
        .containsKeys("TypeError", "RangeError", "KeyError", "example.warehouse.LabelException");
    assertThat(Collections.max(counts.values()))
        .isGreaterThan(4 * Collections.min(counts.values()));
    assertThat(libraries)
        .containsExactlyInAnyOrder("web", "posthog-node", "posthog-python", "posthog-server");
  }

  @Test
  void whatBreaksInAServiceBelongsToTheVisitItBrokeIn() {
    for (Visit visit : MONTH) {
      String session = visit.events().getFirst().properties().path("$session_id").asText();
      assertThat(visit.events())
          .allMatch(event -> event.properties().path("$session_id").asText().equals(session));
    }
  }

  @Test
  void eventsCarryWhatTheFlagsAnsweredThatVisitor() {
    for (DemoEvent event : EVENTS) {
      if (event.properties().path("$lib").asText().equals("web")) {
        String device = event.properties().path("$device_id").asText();
        assertThat(event.properties().path("$feature/free-shipping-banner").asText())
            .isEqualTo(variant(device));
        assertThat(event.properties().path("$active_feature_flags").path(0).asText())
            .isEqualTo("free-shipping-banner");
      }
    }
    List<DemoEvent> calls = named("$feature_flag_called");
    assertThat(calls).hasSizeGreaterThan(MONTH.size() / 2);
    for (DemoEvent call : calls) {
      JsonNode properties = call.properties();
      assertThat(properties.path("$feature_flag_response"))
          .isEqualTo(properties.path("$feature/" + properties.path("$feature_flag").asText()));
      assertThat(properties.path("$feature_flag_version").asInt()).isEqualTo(2);
    }
  }

  @Test
  void theBannerThatCountsDownSellsMore() {
    Map<String, long[]> bought = new HashMap<>();
    for (Visit visit : MONTH) {
      String variant =
          visit.events().getFirst().properties().path("$feature/free-shipping-banner").asText();
      long[] counts = bought.computeIfAbsent(variant, _ -> new long[2]);
      counts[0]++;
      counts[1] += has(visit, "purchase completed") ? 1 : 0;
    }
    assertThat((double) bought.get("countdown")[1] / bought.get("countdown")[0])
        .isGreaterThan((double) bought.get("control")[1] / bought.get("control")[0]);
  }

  @Test
  void peopleComeBackMostAfterADayOrAWeek() {
    Map<String, List<Visit>> byVisitor = MONTH.stream().collect(groupingBy(Visit::visitor));
    int[] gaps = new int[40];
    byVisitor
        .values()
        .forEach(
            visits -> {
              for (int next = 1; next < visits.size(); next++) {
                Duration gap =
                    Duration.between(visits.get(next - 1).start(), visits.get(next).start());
                gaps[(int) Math.round(gap.toHours() / 24.0)]++;
              }
            });
    assertThat(gaps[1]).isGreaterThan(gaps[4]);
    assertThat(gaps[7]).isGreaterThan(gaps[5]).isGreaterThan(gaps[9]);
  }

  @Test
  void eveningsAreBusierThanNights() {
    int[] hours = new int[24];
    MONTH.stream()
        .filter(
            visit ->
                visit
                    .events()
                    .getFirst()
                    .properties()
                    .path("$timezone")
                    .asText()
                    .equals("Europe/Berlin"))
        .forEach(
            visit -> hours[visit.start().atZone(java.time.ZoneId.of("Europe/Berlin")).getHour()]++);
    assertThat(hours[20]).isGreaterThan(5 * Math.max(1, hours[4]));
  }

  private static String variant(String device) {
    return Math.floorMod(device.hashCode(), 2) == 0 ? "countdown" : "control";
  }

  private static boolean has(Visit visit, String name) {
    return visit.events().stream().anyMatch(event -> event.name().equals(name));
  }

  private static List<DemoEvent> named(String name) {
    return EVENTS.stream().filter(event -> event.name().equals(name)).toList();
  }

  private static Set<String> values(String property) {
    Set<String> values = new HashSet<>();
    for (DemoEvent event : EVENTS) {
      JsonNode value = event.properties().get(property);
      if (value != null) {
        values.add(value.asText());
      }
    }
    return values;
  }

  private static List<Visit> visits(Traffic traffic) {
    List<Visit> visits = new ArrayList<>();
    traffic.lane(0, 1, FLAGS).forEachRemaining(visits::add);
    return visits;
  }

  private static List<DemoEvent> events(List<Visit> visits) {
    return visits.stream().flatMap(visit -> visit.events().stream()).toList();
  }
}
