package dev.tenrec.demo.shop;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One browser of a visitor and what its cookies remember. */
final class Browser {
  private final Device device;
  private UUID anonymousId;
  private Optional<Account> account = Optional.empty();
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
    return account.map(Account::email);
  }

  String distinctId() {
    return user().orElse(anonymousId.toString());
  }

  /** How the SDK asks for flags here. */
  FlagSource.Question question(Optional<String> anonymousBefore) {
    return new FlagSource.Question(
        distinctId(),
        anonymousId.toString(),
        anonymousBefore,
        account
            .map(
                known ->
                    Map.of(
                        "email", known.email(), "newsletter", Boolean.toString(known.newsletter())))
            .orElse(Map.of()));
  }

  void signIn(Account account) {
    this.account = Optional.of(account);
  }

  /** The cookies are gone: a stranger again. */
  void forget(Chance chance, Instant now) {
    anonymousId = chance.id(now);
    account = Optional.empty();
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
