package dev.tenrec.demo.shop;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One browser of a visitor and what its cookies remember. */
final class Browser {
  private final Device device;
  private UUID anonymousId;
  private String user = "";
  private String firstUrl = "";
  private Source firstSource = Source.DIRECT;
  private String firstClick = "";

  Browser(Device device, UUID anonymousId) {
    this.device = device;
    this.anonymousId = anonymousId;
  }

  Device device() {
    return device;
  }

  UUID anonymousId() {
    return anonymousId;
  }

  /** Who is signed in here. */
  Optional<String> user() {
    return user.isEmpty() ? Optional.empty() : Optional.of(user);
  }

  String distinctId() {
    return user().orElse(anonymousId.toString());
  }

  void signIn(Account account) {
    user = account.email();
  }

  /** The cookies are gone: a stranger again. */
  void forget(Chance chance, Instant now) {
    anonymousId = chance.id(now);
    user = "";
    firstUrl = "";
  }

  void arrive(String url, Source source, String click) {
    if (firstUrl.isEmpty()) {
      firstUrl = url;
      firstSource = source;
      firstClick = click;
    }
  }

  String firstUrl() {
    return firstUrl;
  }

  Source firstSource() {
    return firstSource;
  }

  String firstClick() {
    return firstClick;
  }
}
