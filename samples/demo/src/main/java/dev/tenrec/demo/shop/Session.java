package dev.tenrec.demo.shop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Writes down what happens in one visit, as posthog-js would. */
final class Session {
  private final Chance chance;
  private final Place place;
  private final Browser browser;
  private final Source source;
  private final String click;
  private final FlagSource flags;
  private final UUID id;
  private final UUID window;
  private final List<DemoEvent> events = new ArrayList<>();
  private Instant now;
  private String entryUrl = "";
  private Optional<Shown> shown = Optional.empty();
  private Map<String, FlagSource.Answer> known;
  private final Set<String> called = new HashSet<>();

  Session(
      Chance chance, Place place, Browser browser, Source source, FlagSource flags, Instant start) {
    this.chance = chance;
    this.place = place;
    this.browser = browser;
    this.source = source;
    this.flags = flags;
    this.click = chance.code(24);
    this.id = chance.id(start);
    this.window = chance.id(start);
    this.now = start;
    this.known = flags.ask(browser.question(Optional.empty()));
  }

  Chance chance() {
    return chance;
  }

  Browser browser() {
    return browser;
  }

  boolean inEurope() {
    return place.continent().equals("Europe");
  }

  Instant now() {
    return now;
  }

  List<DemoEvent> events() {
    return events;
  }

  /** Some time goes by. */
  void pause(double seconds) {
    now = now.plus(chance.seconds(seconds));
  }

  /** Opens a page and stays for a part of the time people stay there. */
  void open(Page page) {
    leave();
    String query = entryUrl.isEmpty() ? source.query(click) : "";
    Shown next = new Shown(page, query, chance.id(now), now);
    Optional<Shown> before = shown;
    shown = Optional.of(next);
    if (entryUrl.isEmpty()) {
      entryUrl = next.url();
      browser.arrive(entryUrl, source, click);
    }
    emit(
        "$pageview",
        properties -> {
          properties.put("title", page.title());
          before.ifPresent(
              last ->
                  properties
                      .put("$prev_pageview_id", last.id().toString())
                      .put("$prev_pageview_pathname", last.page().path())
                      .put("$prev_pageview_duration", seconds(last.since(), next.since())));
        });
    if (chance.happens(0.25)) {
      vitals();
    }
    pause(page.seconds() / 3);
  }

  /** Leaves the page, if one is open. */
  void leave() {
    shown.ifPresent(
        page -> {
          pause(page.page().seconds() * 2 / 3);
          double depth = Math.min(1, chance.around(0.55));
          emit(
              "$pageleave",
              properties ->
                  properties
                      .put("$prev_pageview_id", page.id().toString())
                      .put("$prev_pageview_pathname", page.page().path())
                      .put("$prev_pageview_duration", seconds(page.since(), now))
                      .put("$prev_pageview_max_scroll_percentage", rounded(depth))
                      .put("$prev_pageview_max_content_percentage", rounded(depth)));
        });
  }

  void click(String tag, String classes, String text) {
    emit(
        "$autocapture",
        properties ->
            properties
                .put("$event_type", "click")
                .put("$ce_version", 1)
                .put("$el_text", text)
                .put(
                    "$elements_chain",
                    "%s.%s:attr__class=\"%s\"nth-child=\"2\"nth-of-type=\"1\"text=\"%s\""
                            .formatted(tag, classes, classes, text)
                        + ";main:nth-child=\"3\"nth-of-type=\"1\""
                        + ";body:nth-child=\"2\"nth-of-type=\"1\""));
    pause(1.2);
  }

  void event(String name, Consumer<ObjectNode> properties) {
    emit(name, properties);
  }

  /** Something breaks in the page or, on the visitor's behalf, in a service behind it. */
  void fails(Bug bug) {
    if (bug.sdk() == Sdk.WEB) {
      emit("$exception", bug::describe);
      return;
    }
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    bug.sdk().describe(properties);
    properties
        .put("$session_id", id.toString())
        .put("$process_person_profile", browser.user().isPresent());
    bug.describe(properties);
    add("$exception", properties);
  }

  /** Whether the page finds a flag on for this visitor; the first time in a visit is an event. */
  boolean finds(String flag, String wanted) {
    FlagSource.Answer answer = known.get(flag);
    if (answer == null) {
      return false;
    }
    if (called.add(browser.distinctId() + "/" + flag)) {
      emit(
          "$feature_flag_called",
          properties ->
              properties
                  .put("$feature_flag", flag)
                  .put("$feature_flag_id", answer.id())
                  .put("$feature_flag_version", answer.version())
                  .put("$feature_flag_reason", answer.reason())
                  .set("$feature_flag_response", answer.value()));
    }
    return answer.value().asText().equals(wanted);
  }

  void identify(Account account) {
    UUID anonymous = browser.anonymousId();
    browser.signIn(account);
    emit(
        "$identify",
        properties -> {
          properties.put("$anon_distinct_id", anonymous.toString());
          ObjectNode set = properties.putObject("$set");
          account.describe(set);
          place.describePerson(set);
          ObjectNode first = properties.putObject("$set_once");
          first
              .put("$initial_current_url", browser.firstUrl())
              .put("$initial_host", Page.HOST)
              .put("$initial_referrer", browser.firstSource().referrer())
              .put("$initial_referring_domain", browser.firstSource().domain());
          browser.firstSource().describe(first, "$initial_", browser.firstClick());
        });
    known = flags.ask(browser.question(Optional.of(anonymous.toString())));
  }

  private void vitals() {
    double slowness = browser.device().isDesktop() ? 1 : 1.5;
    emit(
        "$web_vitals",
        properties ->
            properties
                .put("$web_vitals_LCP_value", rounded(chance.around(1_500 * slowness)))
                .put("$web_vitals_FCP_value", rounded(chance.around(850 * slowness)))
                .put("$web_vitals_INP_value", rounded(chance.around(95 * slowness)))
                .put("$web_vitals_CLS_value", rounded(chance.around(0.04 * slowness))));
  }

  private void emit(String name, Consumer<ObjectNode> own) {
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    place.describe(properties);
    browser.device().describe(properties);
    shown.ifPresent(
        page ->
            properties
                .put("$current_url", page.url())
                .put("$host", Page.HOST)
                .put("$pathname", page.page().path())
                .put("$pageview_id", page.id().toString()));
    Sdk.WEB.describe(properties);
    properties
        .put("$device_id", browser.anonymousId().toString())
        .put("$session_id", id.toString())
        .put("$window_id", window.toString())
        .put("$referrer", source.referrer())
        .put("$referring_domain", source.domain())
        .put("$session_entry_url", entryUrl)
        .put("$session_entry_referring_domain", source.domain())
        .put("$time", now.toEpochMilli() / 1_000.0)
        .put("$is_identified", browser.user().isPresent())
        // What posthog-js sends when profiles are made of identified users only.
        .put("$process_person_profile", browser.user().isPresent());
    browser.user().ifPresent(user -> properties.put("$user_id", user));
    source.describe(properties, "", click);
    ArrayNode active = properties.putArray("$active_feature_flags");
    known.forEach(
        (flag, answer) -> {
          properties.set("$feature/" + flag, answer.value());
          if (answer.enabled()) {
            active.add(flag);
          }
        });
    own.accept(properties);
    add(name, properties);
  }

  private void add(String name, ObjectNode properties) {
    events.add(new DemoEvent(chance.id(now), name, browser.distinctId(), now, properties));
    now = now.plusMillis(chance.between(5, 60));
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1_000.0;
  }

  private static double rounded(double value) {
    return Math.round(value * 1_000) / 1_000.0;
  }

  /** A page that is open. */
  private record Shown(Page page, String query, UUID id, Instant since) {
    String url() {
      return "https://" + Page.HOST + page.path() + query;
    }
  }
}
